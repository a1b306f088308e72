package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SilentSwitch;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import dev.hairpin.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a relay that reads otherwise after a failure was somebody else's or the switch's doing.
 */
final class RelayReviewTest {
  @TempDir Path folder;
  private RunDirectory run;

  @BeforeEach
  void start() throws IOException {
    run = RunDirectory.create(new StateRoot(folder));
  }

  @AfterEach
  void end() throws IOException {
    run.close();
  }

  private RelayPort open(FakeSwitch device) throws IOException {
    return device.opened(run, Set::of);
  }

  private static RelayReview review(RelayPort port) {
    return new RelayReview(port, Duration.ofMillis(1), Duration.ofMillis(1));
  }

  private static Finding changed(RelayPort port, RelayBasis basis) throws SwitchException {
    return review(port).of(basis, () -> false).orElseThrow();
  }

  @Test
  void whereItIsAsItWasSetTheFailureStandsAndNothingIsSet() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    port.set(RelayState.ON);
    assertThat(review(port).of(RelayBasis.set(RelayState.ON), () -> false)).isEmpty();
    assertThat(device.sets).isEqualTo(1);
  }

  @Test
  void aSwitchThatKeepsItNowIsNotToBlame() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    port.set(RelayState.ON);
    RelayBasis basis = RelayBasis.set(RelayState.ON);
    device.ports.put("swp1", RelayState.OFF);
    Finding finding = changed(port, basis);
    assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(finding.grounds()).isEqualTo(Grounds.SWITCH);
    assertThat(finding.verdict().reason())
        .startsWith(
            "Not decided whether reflective relay of port swp1 stays on once it is set so: it was off when the check had failed; set on again, it stayed so for ")
        .contains("changed while the check ran, by somebody else", "Next: ");
    assertThat(device.show()).isEqualTo(RelayState.ON);
    assertThat(port.close()).isEmpty();
    assertThat(device.show()).isEqualTo(RelayState.OFF);
  }

  @Test
  void theSameWhereItWasSetOff() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    port.set(RelayState.OFF);
    RelayBasis basis = RelayBasis.set(RelayState.OFF);
    device.ports.put("swp1", RelayState.ON);
    assertThat(changed(port, basis).seen())
        .startsWith("it was on when the check had failed; set off again, it stayed so for ");
  }

  /** Each set is undone once it was read back. */
  private static final class Forgetful extends FakeSwitch {
    private int shown;

    @Override
    void beside(RelayState wanted) {
      shown = 0;
    }

    @Override
    public RelayState show() throws SwitchException {
      if (++shown > 1) {
        ports.put("swp1", RelayState.OFF);
      }
      return super.show();
    }
  }

  @Test
  void aSwitchThatLosesItAgainDoesNotKeepWhatIsSet() throws IOException {
    RelayPort port = open(new Forgetful());
    port.set(RelayState.ON);
    Finding finding = changed(port, RelayBasis.set(RelayState.ON));
    assertThat(finding.diagnosis()).contains(Diagnosis.CONFIG_NOT_APPLIED);
    assertThat(finding.verdict().reason())
        .startsWith(
            "Expected that reflective relay of port swp1 stays on once it is set so, but it was off when the check had failed; set on again, it was off ")
        .contains("does not keep what is set, or something sets it back");
  }

  @Test
  void whatWasOnlyFoundIsNotSet() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    RelayBasis basis = RelayBasis.found(RelayState.OFF);
    device.ports.put("swp1", RelayState.ON);
    Finding finding = changed(port, basis);
    assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(finding.claim())
        .isEqualTo("reflective relay of port swp1 stays off as it was found");
    assertThat(device.sets).isZero();
    assertThat(device.show()).isEqualTo(RelayState.ON);
  }

  @Test
  void whereItCannotBeSetAgainNobodyIsBlamed() throws IOException {
    FakeSwitch device =
        new FakeSwitch() {
          @Override
          public RelayState set(RelayState wanted) throws SwitchException {
            if (sets == 1) {
              throw SilentSwitch.away("it is away");
            }
            return super.set(wanted);
          }
        };
    RelayPort port = open(device);
    port.set(RelayState.ON);
    device.ports.put("swp1", RelayState.OFF);
    Finding finding = changed(port, RelayBasis.set(RelayState.ON));
    assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(finding.seen()).contains("could not be set again: it is away");
  }

  @Test
  void aRunThatIsToEndWaitsForNothing() throws IOException {
    FakeSwitch device = new FakeSwitch();
    RelayPort port = open(device);
    port.set(RelayState.ON);
    device.ports.put("swp1", RelayState.OFF);
    Optional<Finding> finding =
        new RelayReview(port, Duration.ofHours(1), Duration.ofHours(1))
            .of(RelayBasis.set(RelayState.ON), () -> true);
    assertThat(finding.orElseThrow().seen()).contains("the run ended before");
    assertThat(finding.orElseThrow().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aSwitchThatDoesNotSayTellsNothing() throws IOException {
    boolean[] away = {false};
    FakeSwitch device =
        new FakeSwitch() {
          @Override
          public RelayState show() throws SwitchException {
            if (away[0]) {
              throw SilentSwitch.away("it is away");
            }
            return super.show();
          }
        };
    RelayPort port = open(device);
    port.set(RelayState.ON);
    away[0] = true;
    assertThatThrownBy(() -> changed(port, RelayBasis.set(RelayState.ON)))
        .isInstanceOf(SwitchException.class)
        .hasMessage("it is away");
    assertThat(device.sets).isEqualTo(1);
  }
}
