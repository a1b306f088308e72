package dev.hairpin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.lab.Lab;
import dev.hairpin.lab.WaivableChecks;
import dev.hairpin.yaml.FaultyFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waivers of a user's own scenarios, in whatever the lab file is read for. */
class WaivedOwnCheckTest {
  @TempDir Path folder;
  private Suite shipped;
  private Suite own;

  @BeforeEach
  void scenarios() throws Exception {
    Path feature =
        Files.writeString(
            folder.resolve("own.feature"),
            """
            @vepa
            Feature: Own
              @rack-voice-kept
              Scenario: one
                Given reflective relay is on
              Scenario Outline: The port is <state>
                Given reflective relay is <state>
                Examples:
                  | state |
                  | on    |
            """);
    own = Suite.of(feature, Optional.of("@rack-voice-kept")).own();
    shipped = Suite.of(Path.of("features"), Optional.empty());
  }

  private LabChoice waiving(String check) throws Exception {
    Path file = folder.resolve("rack.yaml");
    Files.writeString(
        file,
        """
        lab: rack
        uplinks: [{name: tor1, nic: eth3, switch: tor1, port: swp1}]
        switches:
          - name: tor1
            profile: linux-bridge
            address: 192.0.2.10
            ssh: {username: qa, password: env:NONE, known-hosts: none}
        waivers:
          - {check: %s, reason: known here}
        """
            .formatted(check));
    return LabChoice.of(file.toString());
  }

  private static Lab read(LabChoice choice, Suite suite) throws Exception {
    return LabFiles.read(choice, suite.waivable(suite.plan())).lab();
  }

  @Test
  void thoseOfTheFeaturesAtHandAreKnownWhateverTheTagsChose() throws Exception {
    for (String each : new String[] {"rack-voice-kept", "the-port-is-on", "vepa-order-kept"}) {
      Lab lab = read(waiving(each), own);
      assertThat(lab.waivers()).extracting(Lab.Waiver::check).containsExactly(each);
      assertThat(IdleWaivers.in(lab, own.plan())).isEmpty();
    }
  }

  @Test
  void beyondThoseNothingIs() throws Exception {
    assertThatThrownBy(() -> read(waiving("rack-voice-kpet"), own))
        .isInstanceOf(FaultyFileException.class)
        .hasMessageContaining("unknown check 'rack-voice-kpet'; did you mean 'rack-voice-kept'?");
    assertThatThrownBy(() -> read(waiving("vepa-order-kpet"), own))
        .hasMessageContaining("did you mean 'vepa-order-kept'?");
    assertThatThrownBy(() -> read(waiving("something-else"), own))
        .hasMessageContaining("known are rack-voice-kept, ");
  }

  @Test
  void theShippedScenariosDoWithoutAndSaySo() throws Exception {
    Lab lab = read(waiving("rack-voice-kept"), shipped);
    assertThat(IdleWaivers.in(lab, shipped.plan()))
        .singleElement()
        .asString()
        .startsWith("the waiver of 'rack-voice-kept' counts for nothing here")
        .contains("--features DIR");
  }

  @Test
  void whatMayBeAMistypedShippedCheckIsAnErrorThere() {
    assertThatThrownBy(() -> read(waiving("vepa-order-kpet"), shipped))
        .isInstanceOf(FaultyFileException.class)
        .hasMessageContaining("did you mean 'vepa-order-kept'?")
        .hasMessageContaining("'hairpin run --features DIR'");
  }

  @Test
  void whatHoldsNoCheckAsksForNone() throws Exception {
    LabChoice choice = waiving("vepa-order-kpet");
    assertThat(LabUplinks.namesOf(choice)).containsExactly("tor1");
    assertThat(LabFiles.read(choice, WaivableChecks.ANY).lab().waivers()).hasSize(1);
  }
}
