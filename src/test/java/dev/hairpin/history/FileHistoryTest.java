package dev.hairpin.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHistoryTest extends HistoryContract {
  @TempDir private Path folder;

  @Override
  HistoryPlace place() {
    return HistoryPlace.of(Optional.empty(), Map.of(), folder).orElseThrow();
  }

  @Test
  void itIsOneFileOfTheStateDirectory() throws Exception {
    assertThat(place().there()).isFalse();
    History.open(place()).close();
    assertThat(place().there()).isTrue();
    assertThat(folder).isDirectoryContaining("glob:**/history.mv.db");
  }

  @Test
  void whoComesSecondWaits() throws Exception {
    CompletableFuture<Boolean> second;
    try (History first = History.open(place())) {
      second =
          CompletableFuture.supplyAsync(
              () -> {
                try (History late = History.open(place())) {
                  late.record(Runs.run(2, Runs.passed("vepa-a")), folder);
                  return true;
                } catch (HistoryException failed) {
                  throw new IllegalStateException(failed);
                }
              });
      first.record(Runs.run(1, Runs.passed("vepa-a")), folder);
    }
    assertThat(second.get()).isTrue();
    try (History history = History.open(place())) {
      assertThat(history.runs(Selection.last(9))).hasSize(2);
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsNamedAndLeftAsItIs() throws Exception {
    Path file = folder.resolve("history.mv.db");
    Files.writeString(file, "not a database");
    assertThatThrownBy(() -> History.open(place()))
        .isInstanceOf(HistoryException.class)
        .hasMessageContainingAll(file.toString(), "Next: ");
    assertThat(file).hasContent("not a database");
  }

  @Test
  void aFileThatCannotBeReadIsNotTakenForNone() throws Exception {
    Path file = folder.resolve("history.mv.db");
    // Root may read everything, but not what leads nowhere.
    Files.createSymbolicLink(file, file);
    assertThat(place().there()).isTrue();
    assertThatThrownBy(() -> History.open(place()))
        .isInstanceOf(HistoryException.class)
        .hasMessageContainingAll(file.toString(), "can't be read: this user may not", "Next: ");
  }

  @Test
  void theLatestTablesAreThoseThatAreShipped() {
    MigrationInfo[] shipped =
        Flyway.configure()
            .dataSource("jdbc:h2:mem:", "", "")
            .locations("classpath:dev/hairpin/history")
            .load()
            .info()
            .pending();
    assertThat(shipped[shipped.length - 1].getVersion().getVersion()).isEqualTo(Tables.LATEST);
  }
}
