package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab file on the machine that is the KVM host; here a network namespace plays the machine. */
class RealLabIT {
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

  @Test
  void sameVerdictsAsInTheEmbeddedLab() throws Exception {
    Path out = folder.resolve("whole");
    hairpin.run("run", "--lab", rack.labFile().toString(), "--out", out.toString()).exits(0);
    RunReport report = RunReport.read(out);
    assertThat(report.outcomes()).isEqualTo(Expected.honest().withoutSnmp().outcomes());
    assertThat(report.names()).containsExactlyInAnyOrderElementsOf(Expected.honest().names());
    assertThat(report.results().at("/lab/name").asText()).isEqualTo("rack-it");
    assertThat(report.results().at("/lab/uplinks/0/driver").asText()).isEqualTo("veth");
    SoundReport.assertThatItIs(report);
    rack.assertUntouched();
    assertThat(hairpin.runsLeft()).isEmpty();
    Leftovers.assertNone(report.runId());
  }

  @Test
  void withoutAnUpstreamTheTimeOutIsStated() throws Exception {
    Path out = folder.resolve("no-upstream");
    hairpin
        .run(
            "run",
            "--lab=" + rack.labFileWithoutUpstream(),
            "--tags=@vepa-unicast-reflected or @vepa-off-dropped or @relay-off-takes-effect",
            "--out=" + out)
        .exits(0);
    RunReport report = RunReport.read(out);
    assertThat(report.outcomes())
        .isEqualTo(
            Map.of(
                "vepa-unicast-reflected", "passed",
                "vepa-off-dropped", "passed",
                "relay-off-takes-effect", "passed"));
    for (JsonNode each : report.checks()) {
      assertThat(each.get("reason").asText()).as(each.get("id").asText()).contains("time-out");
    }
    SoundReport.assertThatItIs(report);
  }

  @Test
  void theDoctorExaminesTheLabAndChangesNothing() throws Exception {
    String well = hairpin.run("doctor", "--lab", rack.labFile().toString()).exits(0).out();
    assertThat(well)
        .contains("can    use NIC eth3 (carrier)")
        .contains("can    read reflective relay of port swp1 on tor1: it is ")
        .doesNotContain("CAN'T");
    Path wrong = folder.resolve("wrong-nic.yaml");
    Files.writeString(
        wrong, Files.readString(rack.labFile()).replaceFirst("nic: eth3", "nic: eth9"));
    assertThat(hairpin.run("doctor", "--lab", wrong.toString()).exits(3).out())
        .contains("CAN'T  use NIC eth9")
        .contains("can    use NIC eth4 (carrier)");
    rack.assertUntouched();
  }

  @Test
  void aNicThatABridgeHasIsNotTestedAndIsGivenBackByTheNextStep() throws Exception {
    Path lab = rack.labFile("held", "nic: eth3", "nic: eth5");
    Command.run("ip", "-n", rack.host(), "link", "add", "brx", "type", "bridge");
    try {
      Command.run("ip", "-n", rack.host(), "link", "set", "dev", "eth5", "master", "brx");
      Path out = folder.resolve("held");
      hairpin.run("run", "--lab=" + lab, "--tags=@vepa-unicast-reflected", "--out=" + out).exits(3);
      assertThat(RunReport.read(out).check("vepa-unicast-reflected").get("reason").asText())
          .contains("eth5 is part of brx", "ip link set dev eth5 nomaster");
      assertThat(hairpin.run("doctor", "--lab", lab.toString()).exits(3).out())
          .contains("CAN'T  use NIC eth5 (no bridge or bond has it)");
    } finally {
      Command.run("ip", "-n", rack.host(), "link", "del", "brx");
    }
  }

  @Test
  void allFaultsOfALabFileAtOnce() throws Exception {
    String text =
        rack.labText()
            .replace("    nic: eth3", "    nick: eth3")
            .replace("port: swp1", "port: \"swp1; reboot\"")
            .replace("control: ssh", "control: telnet")
            .replace("username: root", "username: root\n      password: hunter2")
            .replace("guard: 20ms", "guard: soon");
    Path file = Files.writeString(folder.resolve("faulty.yaml"), text);
    Path out = folder.resolve("faulty");
    Command.Finished run =
        hairpin.run("run", "--lab", file.toString(), "--out", out.toString()).exits(2);
    for (String each : new String[] {"nick", "swp1; reboot", "telnet", "password", "soon"}) {
      int line = lineOf(text, each);
      assertThat(run.err())
          .as("the fault of '%s'", each)
          .containsPattern("faulty\\.yaml:%d:[1-9][0-9]*: ".formatted(line));
    }
    assertThat(run.err()).contains("'nic'").doesNotContain("hunter2").doesNotContain("\tat ");
    assertThat(out).doesNotExist();
    rack.assertUntouched();
  }

  private static int lineOf(String text, String word) {
    return (int) text.substring(0, text.indexOf(word)).lines().count();
  }

  @Test
  void onePortByHand() throws Exception {
    assertThat(port("identify").get("description").asText()).contains("OpenSSH");
    assertThat(port("show").get("reflective-relay").asText()).isEqualTo("off");
    assertThat(port("on").get("reflective-relay").asText()).isEqualTo("on");
    assertThat(rack.realPort()).contains("hairpin on");
    assertThat(port("show").get("reflective-relay").asText()).isEqualTo("on");
    assertThat(port("off").get("reflective-relay").asText()).isEqualTo("off");
    assertThat(rack.realPort()).contains("hairpin off");
  }

  private static JsonNode port(String what) throws Exception {
    String lab = rack.labFile().toString();
    return RunReport.parse(
        hairpin.run("switch", what, "--lab", lab, "--uplink", "tor1", "--json").exits(0).out());
  }

  @Test
  void aWaiverOfAnOwnScenarioCountsForItAndStandsInNobodysWay() throws Exception {
    Path features = Files.createDirectory(folder.resolve("own"));
    Files.writeString(
        features.resolve("own.feature"),
        """
        Feature: Our rack
          @rack-reflects-when-off
          Scenario: Frames come back although nobody asked for it
            Given reflective relay is off
            And stations A and B in vepa mode
            When A sends a unicast frame to B
            Then it comes back into the NIC once
        """);
    String waiver = "waivers:\n  - {check: rack-reflects-when-off, reason: it does not}";
    Path lab = rack.labFile("waived-own", "waivers:", waiver);
    Path out = folder.resolve("waived-own");
    hairpin.run("run", "--lab=" + lab, "--features=" + features, "--out=" + out).exits(0);
    assertThat(RunReport.read(out).outcomes())
        .isEqualTo(Map.of("rack-reflects-when-off", "waived no-reflection"));

    Path other = folder.resolve("waived-other");
    String tags = "--tags=@vepa-unicast-reflected";
    hairpin.run("run", "--lab=" + lab, tags, "--out=" + other).exits(0);
    assertThat(RunReport.read(other).results().get("notes").toString())
        .contains("the waiver of 'rack-reflects-when-off' counts for nothing here");
    String file = lab.toString();
    hairpin.run("switch", "show", "--lab", file, "--uplink", "tor1").exits(0);
    assertThat(hairpin.run("doctor", "--lab", file).exits(0).out())
        .contains("can    waive 'rack-reflects-when-off'", "--features DIR");
  }

  @Test
  void tagsThatNoScenarioHas() throws Exception {
    Path out = folder.resolve("nonsense");
    Command.Finished run =
        hairpin.run("run", "--lab=" + rack.labFile(), "--tags=@nonsense", "--out=" + out).exits(2);
    assertThat(run.err()).contains("@nonsense");
    assertThat(out).doesNotExist();
  }
}
