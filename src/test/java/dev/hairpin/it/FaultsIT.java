package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.embedded.fault.FaultCatalogue;
import dev.hairpin.embedded.fault.FaultKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product's proof: every fault is caught by the checks that it concerns, with the right
 * diagnosis, and by no other; an honest switch is never blamed.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {
  /** How often each fault is tried: {@code -Dfaults.times=20} is for an idle hour. */
  private static final int TIMES = Integer.getInteger("faults.times", 1);

  @TempDir private Path folder;

  static List<FaultTable.Row> rows() {
    return FaultTable.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isCaughtByTheChecksThatItConcernsAndByNoOther(FaultTable.Row row) throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path out = folder.resolve("reports");
      Command.Finished run =
          hairpin.runLong(
              TIMES,
              "run",
              "--fault=" + row.fault(),
              "--tags=" + row.tags(),
              "--repeat=" + TIMES,
              "--out=" + (TIMES == 1 ? out.resolve("only") : out));
      List<RunReport> reports = RunReport.all(out);
      assertThat(reports).as(run.out()).hasSize(TIMES);
      for (RunReport each : reports) {
        assertThat(wrong(row, each)).as("with the fault %s", row).isEmpty();
        assertThat(exit(each)).as("the exit status").matches(exit -> (exit != 0) == row.caught());
        SoundReport.assertThatItIs(each);
        Leftovers.assertNone(each.runId());
      }
      run.exits(worst(reports));
    }
  }

  /** What came out otherwise than it must. */
  private static Map<String, String> wrong(FaultTable.Row row, RunReport report) {
    Map<String, String> wrong = new TreeMap<>();
    Map<String, Set<String>> expected = expected(row, report);
    report
        .outcomes()
        .forEach(
            (check, outcome) -> {
              if (!expected.getOrDefault(check, Set.of()).contains(outcome)) {
                wrong.put(check, outcome + ", not " + expected.get(check));
              }
            });
    expected.keySet().stream()
        .filter(each -> !report.outcomes().containsKey(each))
        .forEach(each -> wrong.put(each, "not there"));
    return wrong;
  }

  /** A failure is the worst, then what could not be decided. */
  private static int worst(List<RunReport> reports) {
    Set<Integer> exits = reports.stream().map(FaultsIT::exit).collect(Collectors.toSet());
    return exits.contains(1) ? 1 : exits.contains(3) ? 3 : 0;
  }

  /**
   * The row, and for what it doesn't name an honest switch; the checks of other tags are as run.
   */
  private static Map<String, Set<String>> expected(FaultTable.Row row, RunReport report) {
    Map<String, Set<String>> expected = new TreeMap<>();
    if (row.tags().equals(FaultTable.FAST)) {
      Expected.honest()
          .withoutGuests()
          .withoutFilter()
          .but("passed", "vepa-link-local-not-reflected")
          .outcomes()
          .forEach((check, outcome) -> expected.put(check, Set.of(outcome)));
    } else {
      report.outcomes().keySet().forEach(each -> expected.put(each, Set.of("passed")));
    }
    expected.putAll(row.outcomes());
    return expected;
  }

  private static int exit(RunReport report) {
    if (report.outcomes().values().stream().anyMatch(each -> each.startsWith("failed"))) {
      return 1;
    }
    return report.outcomes().containsValue("inconclusive") ? 3 : 0;
  }

  @Test
  void noFaultIsLeftOut() {
    assertThat(rows().stream().map(each -> each.fault().split(":")[0]).toList())
        .containsAll(FaultCatalogue.all().stream().map(FaultKind::name).toList());
  }

  @Test
  void anUnknownFaultIsWrongUsage() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      assertThat(hairpin.run("run", "--fault", "never-reflect").exits(2).err())
          .contains("there is no fault 'never-reflect'; did you mean 'never-reflects'?");
      assertThat(hairpin.run("run", "--lab=embedded-openvswitch", "--fault=none").exits(2).err())
          .contains("--fault needs an embedded lab whose switch can be made faulty");
    }
  }

  @Test
  void aFaultyLabByHandIsReachedAndLeavesNothing() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      hairpin.run("lab", "up", "--fault=toggles-neighbour").exits(0);
      String id = hairpin.runsLeft().get(0);
      assertThat(hairpin.run("switch", "on", "--lab=embedded", "--uplink=tor1").exits(1).out())
          .contains("reflective-relay   on", "reflective relay of port swp3 was off before");
      hairpin.run("switch", "off", "--lab=embedded", "--uplink=tor1");
      hairpin.run("lab", "down", "--all").exits(0);
      Leftovers.assertNone(id);
    }
  }
}
