package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.switches.FoundPort;
import dev.hairpin.switches.RelayState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found is what is left, and nothing beside is changed, or it is told. */
final class RelayPortTest {
  @TempDir Path folder;
  private StateRoot root;
  private RunDirectory run;
  private Set<String> used = Set.of();

  @BeforeEach
  void start() throws IOException {
    root = new StateRoot(folder);
    run = RunDirectory.create(root);
  }

  @AfterEach
  void end() throws IOException {
    run.close();
  }

  private RelayPort open(FakeSwitch device) throws IOException {
    return device.opened(run, () -> used);
  }

  private static void onAndOff(RelayPort port) throws IOException {
    port.set(RelayState.ON);
    port.set(RelayState.OFF);
  }

  @Test
  void anHonestSwitchIsLeftAsItWasFoundWithItsPrerequisites() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    onAndOff(port);
    device.text = device.text.replace("time 1", "time 2");
    assertThat(run.journal().open()).hasSize(1);
    assertThat(port.close()).isEmpty();
    assertThat(port.compare()).isEmpty();
    assertThat(port.notes()).isEmpty();
    assertThat(device.found())
        .isEqualTo(new FoundPort(RelayState.OFF, Map.of("port-mode", Optional.of("access"))));
    assertThat(run.journal().open()).isEmpty();
  }

  @Test
  void aPortThatWasOnIsLeftOn() throws IOException {
    FakeSwitch device = new FakeSwitch();
    device.ports.put("swp1", RelayState.ON);
    RelayPort port = open(device);
    onAndOff(port);
    assertThat(port.close()).isEmpty();
    assertThat(device.show()).isEqualTo(RelayState.ON);
  }

  @Test
  void aPrerequisiteThatStaysIsTold() throws IOException {
    FakeSwitch device =
        new FakeSwitch() {
          @Override
          public void restore(FoundPort found) {
            ports.put("swp1", found.relay());
          }
        };
    RelayPort port = open(device);
    onAndOff(port);
    assertThat(port.close())
        .hasValueSatisfying(
            left -> {
              assertThat(left.told()).isTrue();
              assertThat(left.why()).contains("port-mode", "'access'", "'tagged-access'");
            });
    assertThat(run.journal().open()).hasSize(1);
  }

  @Test
  void aNeighbourThatIsSetTooAndSetBackIsTold() throws IOException {
    FakeSwitch device =
        new FakeSwitch() {
          @Override
          void beside(RelayState wanted) {
            ports.put("swp3", wanted);
          }
        };
    RelayPort port = open(device);
    onAndOff(port);
    assertThat(port.close()).isEmpty();
    assertThat(port.compare())
        .containsExactly(
            new PortRemains(
                PortRemains.What.OTHER_PORTS,
                "reflective relay of port swp3 was off before, was on after port swp1 was set on,"
                    + " and is off now",
                true));
  }

  @Test
  void aNeighbourThatIsLeftDifferentIsTold() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    onAndOff(port);
    device.ports.put("swp2", RelayState.ON);
    assertThat(port.close()).isEmpty();
    assertThat(port.compare())
        .extracting(PortRemains::why)
        .containsExactly("reflective relay of port swp2 was off before and is on now");
  }

  @Test
  void aPortThatAnotherRunUsesIsItsOwnAffair() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    used = Set.of("swp3");
    device.ports.put("swp3", RelayState.ON);
    port.set(RelayState.ON);
    // The other run has ended in the middle of this one.
    used = Set.of();
    device.ports.put("swp3", RelayState.OFF);
    port.close();
    assertThat(port.compare()).isEmpty();
  }

  @Test
  void portsThatAppearAndVanishAreNotes() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    onAndOff(port);
    device.ports.remove("swp2");
    device.ports.put("swp9", RelayState.OFF);
    port.close();
    assertThat(port.compare()).isEmpty();
    assertThat(port.notes())
        .containsExactlyInAnyOrder(
            "port swp9 appeared on the switch during the run",
            "port swp2 vanished from the switch during the run");
  }

  @Test
  void aPortThatAppearsOnWasOffBefore() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    onAndOff(port);
    device.ports.put("swp9", RelayState.ON);
    port.close();
    assertThat(port.compare().toString()).contains("swp9 was off before and is on now");
  }

  @Test
  void whatIsNotComparedIsANote() throws IOException {
    FakeSwitch device = new FakeSwitch();
    device.showsAll = false;
    RelayPort port = open(device);
    onAndOff(port);
    assertThat(port.notes()).singleElement().asString().contains("aren't compared", "swp1");
    assertThat(port.othersUnshown()).hasValueSatisfying(why -> assertThat(why).contains("profile"));
    assertThat(port.othersMissed()).isEmpty();
  }

  @Test
  void aLookThatFailedIsToldApartFromAProfileWithoutOne() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    assertThat(port.othersMissed()).isEmpty();
    assertThat(port.othersUnshown()).isEmpty();
    device.showsAll = false;
    onAndOff(port);
    assertThat(port.othersMissed())
        .hasValueSatisfying(why -> assertThat(why).contains("could not be read", "swp1"));
    assertThat(port.othersUnshown()).isEmpty();
    assertThat(port.othersTouched()).isEmpty();
  }

  @Test
  void aLineOfConfigurationThatStaysIsTold() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    onAndOff(port);
    device.text = device.text.replace(" mtu 1500", " mtu 1400");
    port.close();
    assertThat(port.compare())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.what()).isEqualTo(PortRemains.What.CONFIGURATION);
              assertThat(left.why()).contains("'mtu 1500'", "'mtu 1400'");
            });
  }

  @Test
  void nothingIsSentAndNothingComparedWhereNothingWasSet() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    device.ports.put("swp2", RelayState.ON);
    assertThat(port.restoreFound()).isEqualTo(RelayState.OFF);
    assertThat(port.close()).isEmpty();
    assertThat(port.compare()).isEmpty();
    assertThat(device.sets).isZero();
  }

  @Test
  void whatADeadRunFoundIsWhatIsFound() throws IOException {
    FakeSwitch device = new FakeSwitch();
    FoundPort before = device.found();
    String dead;
    try (RunDirectory killed = RunDirectory.create(root)) {
      dead = killed.id();
      killed.journal().plan(FakeSwitch.inverse("/another/lab.yaml", before));
      device.set(RelayState.ON);
    }
    RelayPort port = open(device);
    assertThat(port.found()).isEqualTo(RelayState.OFF);
    assertThat(device.found()).isEqualTo(before);
    assertThat(RunDirectory.list(root))
        .extracting(RunDirectory.Found::id)
        .containsExactly(run.id());
    assertThat(port.notes()).singleElement().asString().contains("was found on", dead);
    onAndOff(port);
    assertThat(port.close()).isEmpty();
    assertThat(device.found()).isEqualTo(before);
  }

  @Test
  void anotherPortsDeadRunIsLeftAlone() throws IOException {
    FakeSwitch device = new FakeSwitch();
    try (RunDirectory killed = RunDirectory.create(root)) {
      killed
          .journal()
          .plan(
              new Undo.RelayRestore(
                  "/lab.yaml", "t", "tor1", "swp2", RelayState.ON, "on", List.of("x|swp2"), ""));
    }
    RelayPort port = open(device);
    assertThat(port.close()).isEmpty();
    assertThat(device.sets).isZero();
    assertThat(RunDirectory.list(root)).hasSize(2);
  }
}
