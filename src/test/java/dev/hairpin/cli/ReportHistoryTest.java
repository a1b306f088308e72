package dev.hairpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.history.History;
import dev.hairpin.history.HistoryPlace;
import dev.hairpin.history.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportHistoryTest {
  @TempDir Path folder;

  @BeforeEach
  void oneRun() throws Exception {
    HistoryPlace place = HistoryPlace.of(Optional.empty(), Map.of(), folder).orElseThrow();
    try (History history = History.open(place)) {
      history.record(Runs.run(1, Runs.passed("vepa-order-kept")), folder);
    }
  }

  private Said history(String options) {
    String line = "report history --history=%s %s".formatted(folder.resolve("history"), options);
    return Said.by(line.split(" "));
  }

  @Test
  void aCheckThatItHasIsShown() {
    Said said = history("--check vepa-order-kept");
    assertThat(said.status()).isEqualTo(ExitCode.OK);
    assertThat(said.out()).contains("tor1", "passed");
  }

  @Test
  void aCheckThatItLacksIsWrongUsage() {
    Said said = history("--json --check vepa-order-kpet");
    assertThat(said.status()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err())
        .isEqualTo(
            "hairpin: no check 'vepa-order-kpet' in the history; did you mean 'vepa-order-kept'?\n");
    assertThat(said.out()).isEmpty();
    assertThat(history("--check vepa-order-kept --uplink tor2").err())
        .contains("no result of check 'vepa-order-kept'", "leave out --lab or --uplink");
  }

  @Test
  void oneThatCannotBeReadIsNotTakenForNone() throws Exception {
    Path file = folder.resolve("hidden.mv.db");
    // Root may read everything, but not what leads nowhere.
    Files.createSymbolicLink(file, file);
    Said said = Said.by("report", "history", "--history=" + file);
    assertThat(said.status()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(said.err()).contains(file + " can't be read: ").doesNotContain("no history");
  }
}
