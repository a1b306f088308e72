package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, guests and all, in the lab that comes with the program. */
class EmbeddedRunIT {
  private static final Path LATEST = Path.of("reports/latest");

  @TempDir private Path folder;

  @Test
  void everyCheckOfTheEmbeddedLab() throws Exception {
    Optional<Path> latest = latest();
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path out = folder.resolve("report");
      Command.Finished run = hairpin.run("run", "--out", out.toString()).exits(0);
      RunReport report = RunReport.read(out);
      assertThat(report.names()).containsExactlyInAnyOrderElementsOf(Expected.honest().names());
      assertThat(report.outcomes()).isEqualTo(Expected.honest().outcomes());
      assertThat(report.results().at("/run/exit").asInt()).isZero();
      assertThat(report.results().at("/lab/uplinks/0/switch/control").asText()).isEqualTo("ssh");
      assertThat(report.results().at("/lab/uplinks/0/switch/system").asText()).contains("Linux");
      SoundReport.assertThatItIs(report);
      waiversAreInPlainSight(run, report);
      transcriptIsWhole(report);
      assertThat(hairpin.runsLeft()).isEmpty();
      Leftovers.assertNone(report.runId());
    }
    assertThat(latest()).as("reports/latest").isEqualTo(latest);
  }

  @Test
  void theDocumentOnStandardOutputIsTheOneInTheReport() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path out = folder.resolve("report");
      Command.Finished run =
          hairpin.run("run", "--json", "--tags=@vepa-unicast-reflected", "--out=" + out).exits(0);
      assertThat(run.out()).isEqualTo(RunReport.read(out).text("results.json"));
    }
  }

  @Test
  void againAndAgainWithAReportForEach() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path out = folder.resolve("reports");
      assertThat(
              hairpin
                  .run("run", "--repeat=2", "--tags=@vepa-unicast-reflected", "--out=" + out)
                  .exits(0)
                  .out())
          .contains("run 2 of 2", "2 runs: 2 with exit 0");
      assertThat(RunReport.all(out)).hasSize(2);
      assertThat(hairpin.run("run", "--repeat=0").exits(2).err()).contains("takes 1 or more");
      assertThat(hairpin.run("run", "--repeat=2", "--json").exits(2).err())
          .contains("--keep and --json are for one");
    }
  }

  private static void waiversAreInPlainSight(Command.Finished run, RunReport report)
      throws IOException {
    assertThat(run.out()).contains("38 checks: 32 passed, 6 waived; exit 0");
    assertThat(run.out()).contains("WAIVED (isolation-leak)  private-unicast-isolated on tor1");
    assertThat(report.check("private-unicast-isolated").at("/waiver/reason").asText())
        .contains("macvlan_handle_frame");
    assertThat(report.text("report.html")).contains("macvlan_handle_frame");
  }

  private static void transcriptIsWhole(RunReport report) throws IOException {
    assertThat(report.text("transcript.log"))
        .contains("tor1 > bridge link set dev swp1 hairpin on")
        .contains("tor1 > bridge link set dev swp1 hairpin off")
        .contains("tor1 > bridge -d link show dev swp1")
        .doesNotContain("PRIVATE KEY");
  }

  private static Optional<Path> latest() throws IOException {
    return Files.exists(LATEST, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(Files.readSymbolicLink(LATEST))
        : Optional.empty();
  }
}
