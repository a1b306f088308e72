package dev.hairpin.steps;

import dev.hairpin.lab.RelayBasis;
import dev.hairpin.lab.RelayPort;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchRefusedException;
import dev.hairpin.verdict.Claims;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Sets and reads the port's reflective relay, and compares what the switch says with the wire. */
public final class RelaySteps {
  private static final String UNREAD = "reflective relay was neither set nor read before this step";

  private final CheckScope check;
  private Optional<RelayState> readback = Optional.empty();

  public RelaySteps(CheckScope check) {
    this.check = check;
  }

  @Given("reflective relay is {relay}")
  public void relayIs(RelayState state) throws InterruptedException {
    set(state, () -> relay().set(state));
    check.given(told(state).on(Grounds.SWITCH));
  }

  @When("the relay state of the port is read as it was found")
  public void readAsFound() throws InterruptedException {
    set(relay().found(), relay()::restoreFound);
    readback.map(RelayBasis::found).ifPresent(check::relayIs);
  }

  @When("reflective relay is set on and timed to the first reflected frame")
  public void timedOn() throws InterruptedException {
    timed(RelayState.ON, "command-to-first-reflected-ms");
  }

  @When("reflective relay is set off and timed to the last reflected frame")
  public void timedOff() throws InterruptedException {
    timed(RelayState.OFF, "command-to-last-reflected-ms");
  }

  @When(
      "reflective relay is set on and off {int} times, with a frame from {actor} to {actor} after each")
  public void toggled(int rounds, Actor from, Actor to) throws IOException, InterruptedException {
    check.requireSome(rounds, "rounds");
    FrameSteps frames = new FrameSteps(check);
    for (int round = 1; round <= rounds; round++) {
      for (RelayState state : List.of(RelayState.ON, RelayState.OFF)) {
        relayIs(state);
        frames.unicast(from, to);
        wireShows(state);
      }
    }
    check.measurements().put("rounds", (double) rounds);
  }

  @Then("no other port's relay was touched")
  public void othersUntouched() {
    check.require(check.relay().isPresent(), "reflective relay was not set before this step");
    String claim = "reflective relay of the switch's other ports stays as it was";
    Optional<String> touched = relay().othersTouched();
    Optional<String> missed = relay().othersMissed();
    if (touched.isPresent()) {
      check.find(Finding.failed(claim, Diagnosis.CONFIG_NOT_APPLIED, touched.get()));
    } else if (missed.isPresent()) {
      check.find(Finding.inconclusive(claim, missed.get()));
    } else {
      relay().othersUnshown().ifPresent(check::assume);
      check.find(Finding.passed(claim, "no change of another port was seen"));
    }
  }

  private void timed(RelayState state, String measurement) throws InterruptedException {
    set(
        state,
        () -> {
          RelayPort.Timed timed = check.uplink().timeRelay(state);
          check.measurements().put("set-and-read-back-ms", timed.commandMillis());
          timed.wireMillis().ifPresent(each -> check.measurements().put(measurement, each));
          return timed.readback();
        });
  }

  @Then("the switch reports it {relay}")
  public void reported(RelayState state) {
    check.require(readback.isPresent(), UNREAD);
    check.require(
        check.relayBasis().filter(each -> each.set() && each.state() != state).isEmpty(),
        "reflective relay was last set the other way");
    check.find(told(state), Grounds.SWITCH);
  }

  private Finding told(RelayState state) {
    String claim = "the switch reports reflective relay " + state + " after it was set so";
    String seen = "its readback says " + readback.map(Object::toString).orElse("nothing");
    return readback.equals(Optional.of(state))
        ? Finding.passed(claim, seen)
        : Finding.failed(claim, Diagnosis.CONFIG_NOT_APPLIED, seen);
  }

  @Then("the wire shows it {relay}")
  public void wireShows(RelayState state) {
    String upstream = Actor.UPSTREAM.toString();
    check.require(
        !check.sent().from().words().equals(upstream)
            && check.sent().to().filter(each -> each.words().equals(upstream)).isEmpty(),
        "frames from and to the upstream don't show whether the port reflects");
    check.expect(Claims.leavesTheNic(check.uplink().nicOut()));
    check.expect(Claims.reflectionIsTrue(check.uplink().nicIn(), state == RelayState.ON));
  }

  @Then("the wire agrees with the state that was read")
  public void wireAgrees() {
    check.require(readback.isPresent(), UNREAD);
    wireShows(readback.orElseThrow());
  }

  private RelayPort relay() {
    return check.uplink().relay();
  }

  /** Something that sets the relay and gives the switch's readback. */
  private interface Setting {
    RelayState apply() throws IOException, InterruptedException;
  }

  private void set(RelayState state, Setting setting) throws InterruptedException {
    String claim = "the switch takes 'reflective relay " + state + "'";
    readback = Optional.empty();
    try {
      readback = Optional.of(setting.apply());
      check.relayIs(RelayBasis.set(state));
    } catch (SwitchRefusedException refused) {
      check.find(
          Finding.failed(claim, Diagnosis.CONFIG_REFUSED, "it refused: " + refused.getMessage()),
          Grounds.SWITCH);
    } catch (SwitchException away) {
      check.find(Finding.inconclusive(claim, String.valueOf(away.getMessage())), Grounds.SWITCH);
    } catch (IOException lab) {
      check.find(Finding.inconclusive(claim, String.valueOf(lab.getMessage())));
    }
  }
}
