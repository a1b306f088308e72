package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No check runs on the wrong port: a lab file that is wrong about a cable. */
class CableIT {
  private static final String ONE_CHECK = "--tags=@vepa-unicast-reflected";

  @TempDir private static Path folder;
  private static Rack rack;
  private static Hairpin hairpin;

  @BeforeAll
  static void build() throws Exception {
    rack = Rack.build(Files.createDirectory(folder.resolve("rack")), "");
    hairpin = Hairpin.in(folder).inside(rack.host());
  }

  @AfterAll
  static void takeDown() throws Exception {
    try (Rack last = rack;
        Hairpin first = hairpin) {
      assertThat(first.runsLeft()).isEmpty();
      last.assertUntouched();
    }
  }

  private static RunReport run(Path lab, String name, int exit) throws Exception {
    Path out = folder.resolve(name);
    hairpin.run("run", "--lab=" + lab, ONE_CHECK, "--out=" + out).exits(exit);
    return RunReport.read(out);
  }

  @Test
  void theRightPortNeedsNoWords() throws Exception {
    Path out = folder.resolve("right");
    Command.Finished run =
        hairpin.run("run", "--lab=" + rack.labFile(), ONE_CHECK, "--out=" + out).exits(0);
    assertThat(run.err()).contains("lab ").doesNotContain("could not be confirmed");
    assertThat(Files.readString(out.resolve("transcript.log"))).contains("bridge fdb show");
  }

  @Test
  void theBystandersPort() throws Exception {
    RunReport report = run(rack.labFile("bystander", "port: swp1", "port: swp3"), "bystander", 3);
    assertThat(report.outcomes()).isEqualTo(Map.of("vepa-unicast-reflected", "inconclusive"));
    assertThat(report.checks().get(0).get("reason").asText())
        .contains("port swp3", "learned its address on port swp1", "Nothing was changed");
    assertThat(rack.bystander()).contains("hairpin off");
    assertThat(Files.readString(folder.resolve("bystander/transcript.log")))
        .doesNotContain("hairpin on dev")
        .doesNotContain("bridge link set");
  }

  @Test
  void anUpstreamOnTheUplinksPortIsNotThere() throws Exception {
    // eth5 is on swp3: the lab file takes it for the uplink's NIC on swp2, which is eth4's.
    Path lab = rack.labFile("swapped", "nic: eth3", "nic: eth5");
    RunReport report = run(lab, "swapped", 3);
    assertThat(report.checks().get(0).get("reason").asText()).contains("NIC eth5", "on port swp3");
  }
}
