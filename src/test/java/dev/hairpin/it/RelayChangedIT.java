package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reflective relay of the port is another one than the check had set, in the middle of the check.
 * The switch's login has a {@code bridge} command that changes the port once it has shown it, which
 * is as if somebody else did so that moment.
 */
class RelayChangedIT {
  /** The switch's words are on, and then somebody sets it off; but once. */
  private static final String OFF_ONCE =
      "[ $(cat set) != on ] || [ -e once ] || { touch once; real off; }";

  private static final String ONE_UPLINK = "uplinks:\n";

  @TempDir private Path folder;

  @Test
  void whoeverElseSetsItOffIsNotTheSwitch() throws Exception {
    RunReport report =
        run(3, OFF_ONCE, "@vepa-unicast-reflected or @vepa-both-directions or @vepa-off-dropped");
    assertThat(report.outcomes())
        .containsEntry("vepa-unicast-reflected", "inconclusive")
        .containsEntry("vepa-both-directions", "passed")
        .containsEntry("vepa-off-dropped", "passed");
    String reason = report.check("vepa-unicast-reflected").get("reason").asText();
    assertThat(reason)
        .startsWith(
            "Not decided whether reflective relay of port swp1 stays on once it is set so: it was off when the check had failed; set on again, it stayed so for ")
        .contains("by somebody else", "Next: see in the switch's log who set it")
        .doesNotContain("expected that");
    // The step was failed by the wire, and Cucumber has its words: it gets these too.
    assertThat(report.text("cucumber.ndjson")).contains(reason);
  }

  @Test
  void anUplinkBesideItGoesOn() throws Exception {
    RunReport report =
        run(
            3,
            ":",
            OFF_ONCE,
            "@vepa-unicast-reflected",
            ONE_UPLINK + "  - {name: tor2, nic: eth5, switch: tor1, port: swp3}\n");
    assertThat(report.checks())
        .extracting(each -> each.get("uplink").asText() + " " + each.get("outcome").asText())
        .containsExactlyInAnyOrder("tor1 inconclusive", "tor2 passed");
  }

  @Test
  void whoeverElseSetsItOnIsNotTheSwitch() throws Exception {
    RunReport report =
        run(
            3,
            "[ $(cat set) != off ] || [ -e once ] || { touch once; real on; }",
            "@vepa-off-dropped");
    assertThat(report.outcomes()).containsEntry("vepa-off-dropped", "inconclusive");
    assertThat(report.check("vepa-off-dropped").get("reason").asText())
        .contains("it was on when the check had failed; set off again, it stayed so for ");
  }

  @Test
  void aSwitchThatForgetsEachTimeFailsForThat() throws Exception {
    RunReport report =
        run(
            1,
            "[ $(cat set) != on ] || real off",
            "@vepa-unicast-reflected or @vepa-broadcast-once or @relay-on-takes-effect or @vepa-off-dropped");
    assertThat(report.outcomes())
        .containsEntry("vepa-unicast-reflected", "failed config-not-applied")
        .containsEntry("vepa-broadcast-once", "failed config-not-applied")
        .containsEntry("relay-on-takes-effect", "failed config-not-applied")
        .containsEntry("vepa-off-dropped", "passed");
    assertThat(report.check("vepa-unicast-reflected").get("reason").asText())
        .contains("it was off when the check had failed; set on again, it was off ")
        .contains("the switch does not keep what is set, or something sets it back each time");
  }

  /** That check sets nothing, and must not do so afterwards either. */
  @Test
  void whatIsFoundMayBeChangedTooAndIsNotSet() throws Exception {
    RunReport report =
        run(3, "[ ! -e all ] || [ -e once ] || { touch once; real on; }", "@relay-off-by-default");
    assertThat(report.outcomes())
        .containsExactly(Map.entry("relay-off-by-default", "inconclusive"));
    assertThat(report.check("relay-off-by-default").get("reason").asText())
        .startsWith(
            "Not decided whether reflective relay of port swp1 stays off as it was found: it was on when the check had failed.");
    assertThat(report.text("transcript.log")).doesNotContain("link set dev swp1");
  }

  @Test
  void aSwitchThatDoesNotTellThenTakesNothingBack() throws Exception {
    RunReport report =
        run(
            1,
            "[ ! -e once ] || [ -e told ] || { touch told; echo 'Error: being rebuilt.'; exit 1; }",
            OFF_ONCE,
            "@vepa-unicast-reflected",
            ONE_UPLINK);
    assertThat(report.outcomes()).containsEntry("vepa-unicast-reflected", "failed no-reflection");
    assertThat(report.check("vepa-unicast-reflected").get("assumptions").toString())
        .contains(
            "reflective relay still being on when the check had failed, for it could not be read once more: ");
  }

  /** The switch says that it lost the setting with the link, but it does so once. */
  @Test
  void whoeverElseSetsItOffWhileTheLinkIsDownIsNotTheSwitch() throws Exception {
    RunReport report =
        run(
            3,
            "[ $(cat set) != on ] || [ ! -e shown ] || [ -e once ] || { touch once; real off; }",
            "[ $(cat set) != on ] || touch shown",
            "@survives-link-flap",
            ONE_UPLINK);
    assertThat(report.outcomes()).containsEntry("survives-link-flap", "inconclusive");
    assertThat(report.check("survives-link-flap").get("reason").asText())
        .contains("it reported it off; set on again, it was so too after the link was down once");
  }

  private RunReport run(int exit, String after, String tags) throws Exception {
    return run(exit, ":", after, tags, ONE_UPLINK);
  }

  /**
   * Runs some checks.
   *
   * @param before what {@code bridge} does before it shows the port, as shell; {@code set} has what
   *     was set last, {@code all} is there once all ports were shown, and {@code real on} sets it
   * @param after what it does when it has shown the port
   */
  private RunReport run(int exit, String before, String after, String tags, String uplinks)
      throws Exception {
    Path rackFolder = Files.createDirectory(folder.resolve("rack"));
    try (Rack rack = Rack.build(rackFolder, login(rackFolder, before, after));
        Hairpin hairpin = Hairpin.in(folder).inside(rack.host())) {
      Path out = folder.resolve("report");
      hairpin
          .run(
              "run",
              "--lab",
              rack.labFile("racked", ONE_UPLINK, uplinks).toString(),
              "--tags",
              tags,
              "--out",
              out.toString())
          .exits(exit);
      RunReport report = RunReport.read(out);
      SoundReport.assertThatItIs(report);
      hairpin.run("report", "verify", out.toString()).exits(0);
      for (JsonNode each : report.checks()) {
        assertThat(each.get("id").asText()).doesNotContain("restored");
      }
      assertThat(hairpin.runsLeft()).isEmpty();
      return report;
    }
  }

  private static String login(Path rack, String before, String after) throws Exception {
    Path bin = Files.createDirectory(rack.resolve("bin"));
    Path bridge =
        Files.writeString(
            bin.resolve("bridge"),
            """
            #!/bin/sh
            cd %s
            PATH=${PATH#*:}
            real() { bridge link set dev swp1 hairpin $1; }
            case "$*" in
              'link set dev swp1 hairpin on' | 'link set dev swp1 hairpin off')
                bridge "$@" && echo "$6" >set
                ;;
              '-d link show dev swp1')
                %s
                bridge "$@"
                %s
                ;;
              '-d link show') touch all; exec bridge "$@" ;;
              *) exec bridge "$@" ;;
            esac
            """
                .formatted(Files.createDirectory(rack.resolve("kept")), before, after));
    Files.writeString(rack.resolve("kept/set"), "nothing\n");
    Files.setPosixFilePermissions(bridge, PosixFilePermissions.fromString("rwxr-xr-x"));
    return "PATH=%s:$PATH exec bash --norc --noprofile -i".formatted(bin);
  }
}
