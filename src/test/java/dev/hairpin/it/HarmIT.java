package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A switch that does more than it is told, by a profile that shows all ports. */
final class HarmIT {
  @TempDir Path folder;
  private FaultsHarness harness;
  private RealLab lab;

  @BeforeEach
  void prepare() throws Exception {
    harness = new FaultsHarness(folder);
    lab = RealLab.up(folder);
  }

  @AfterEach
  void down() throws Exception {
    lab.close();
  }

  /** The shipped profile, with commands of the test's own beside. */
  private List<String> run(String beside) throws Exception {
    String profile =
        """
        profile: harmful
        extends: linux-bridge
        vendor: Linux
        system: Linux bridge (iproute2)
        standing: documented
        sources: ["the test"]
        reflective-relay:
          cli:
            enable: ["bridge link set dev {port} hairpin on", "%s"]
            disable: ["bridge link set dev {port} hairpin off", "%s"]
        """
            .formatted(beside.formatted("on"), beside.formatted("off"));
    Path file = Files.writeString(folder.resolve("harmful.yaml"), profile);
    String yaml = lab.yaml().replace("profile: linux-bridge", "profile: " + file);
    return FaultsHarness.in(
        lab.host(),
        FaultsHarness.run(
            harness.out(),
            "--lab",
            lab.file(yaml).toString(),
            "--tags",
            "@vepa-unicast-reflected"));
  }

  private List<JsonNode> rows(String id) throws Exception {
    JsonNode results = new ObjectMapper().readTree(harness.out().resolve("results.json").toFile());
    return StreamSupport.stream(results.get("checks").spliterator(), false)
        .filter(each -> each.get("id").asText().equals(id))
        .toList();
  }

  @Test
  void aNeighbourThatIsToggledTooIsTold() throws Exception {
    Program program =
        harness.ended(run("bridge link set dev swp2 hairpin %s"), lab.secrets()).exits(1);
    assertThat(rows("other-ports-untouched"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("outcome").asText()).isEqualTo("failed");
              assertThat(row.get("diagnosis").asText()).isEqualTo("not-restored");
              assertThat(row.get("reason").asText())
                  .contains("swp2 was off before, was on after port swp1 was set on")
                  .contains("is off now");
            });
    assertThat(lab.reflects()).isFalse();
    assertThat(harness.left(program)).isEmpty();
  }

  @Test
  void nothingIsSaidOfASwitchThatDoesWhatItIsTold() throws Exception {
    Program program = harness.ended(run("echo %s"), lab.secrets()).exits(0);
    assertThat(rows("other-ports-untouched")).isEmpty();
    assertThat(harness.left(program)).isEmpty();
  }

  @Test
  void aRunOfAnotherLabTellsOfASwitchThatIsAwayAndGoesOn() throws Exception {
    Program program = harness.start(run("echo %s"), lab.secrets());
    program.until("the port reflects, for the run told it to", lab::reflects);
    program.signal("KILL");
    program.exits(137);
    lab.stopSshd();
    Program other =
        harness.ended(
            FaultsHarness.run(folder.resolve("other"), "--tags", "@vepa-unicast-reflected"));
    assertThat(other.exits(0).stderr())
        .contains("still to do: reflective relay off on port swp1", "hairpin restore");
    lab.startSshd();
    harness
        .ended(FaultsHarness.in(lab.host(), FaultsHarness.hairpin("restore")), lab.secrets())
        .exits(0);
    assertThat(lab.reflects()).isFalse();
    assertThat(harness.left(program)).isEmpty();
  }

  /** Whoever sets a port by hand means it to stay; whoever is killed doing so doesn't. */
  @Test
  void byHandIsMeantToStayAndLeavesNothingToUndo() throws Exception {
    run("echo %s");
    List<String> on =
        FaultsHarness.in(
            lab.host(),
            FaultsHarness.hairpin(
                "switch",
                "on",
                "--json",
                "--lab",
                folder + "/real-lab/lab.yaml",
                "--uplink",
                "tor1"));
    Program program = harness.ended(on, lab.secrets()).exits(0);
    JsonNode facts = new ObjectMapper().readTree(program.stdout());
    assertThat(facts.get("before").asText()).isEqualTo("off");
    assertThat(facts.get("reflective-relay").asText()).isEqualTo("on");
    assertThat(facts.get("saved").asBoolean()).isFalse();
    assertThat(lab.reflects()).isTrue();
    assertThat(harness.left()).isEmpty();
  }
}
