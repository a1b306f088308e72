package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More uplinks than this machine can boot guests for at once. */
class GuestRoomIT {
  @TempDir private Path folder;

  @Test
  void guestsOfManyUplinksTakeTurns() throws Exception {
    int room = Math.max(2, Runtime.getRuntime().availableProcessors());
    FaultsHarness harness = new FaultsHarness(folder);
    Program run =
        harness.start(
            FaultsHarness.run(
                harness.out(), "--uplinks", "" + (room + 1), "--tags", "@vepa-guest-dhcp"));
    int most = 0;
    while (run.running()) {
      most = Math.max(most, Traces.guests(run.runId()).size());
      Thread.sleep(100);
    }
    run.exits(0);
    RunReport report = RunReport.read(harness.out());
    assertThat(report.checks())
        .hasSize(room + 1)
        .allSatisfy(each -> assertThat(each.get("outcome").asText()).isEqualTo("passed"));
    assertThat(most).isPositive().isLessThanOrEqualTo(2 * room);
    assertThat(harness.left()).isEmpty();
  }
}
