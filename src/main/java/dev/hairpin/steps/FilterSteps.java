package dev.hairpin.steps;

import dev.hairpin.lab.Member;
import dev.hairpin.switches.NotConfiguredException;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchRefusedException;
import dev.hairpin.verdict.Claims;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Trial;
import dev.hairpin.wire.MacAddress;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** What the switch is told to drop. */
public final class FilterSteps {
  private final CheckScope check;
  private Optional<Filtered> filtered = Optional.empty();

  /** The state of the relay in which such a frame had arrived before there was a filter. */
  private Optional<RelayState> withoutIt = Optional.empty();

  /** Whose frames to whom the switch was told to drop. */
  private record Filtered(MacAddress from, MacAddress to) {
    boolean isFor(Trial trial) {
      return from.equals(trial.probe().source()) && to.equals(trial.probe().destination());
    }
  }

  public FilterSteps(CheckScope check) {
    this.check = check;
  }

  @When("the switch is given a filter for what {actor} sends to {actor}")
  public void filtered(Actor from, Actor to) throws IOException {
    Member sender = from.on(check.uplink());
    Member receiver = to.on(check.uplink());
    String claim = "the switch takes a filter for what %s sends to %s".formatted(from, to);
    Filtered way = new Filtered(sender.mac(), receiver.mac());
    filtered = Optional.of(way);
    boolean arrived =
        check.trialsSoFar().stream()
            .anyMatch(each -> way.isFor(each) && check.seenAt(each, receiver.point()));
    withoutIt = arrived ? check.relay() : Optional.empty();
    try {
      boolean there = check.uplink().filterOnSwitch(sender, receiver);
      check.find(
          there
              ? Finding.passed(claim, "it says that the port has it")
              : Finding.failed(
                  claim, Diagnosis.CONFIG_NOT_APPLIED, "it says that the port has none"));
    } catch (NotConfiguredException lacking) {
      throw new TestAbortedException(String.valueOf(lacking.getMessage()), lacking);
    } catch (SwitchRefusedException refused) {
      check.find(
          Finding.failed(claim, Diagnosis.CONFIG_REFUSED, "it refused: " + refused.getMessage()));
    } catch (SwitchException away) {
      check.find(Finding.inconclusive(claim, String.valueOf(away.getMessage())));
    }
  }

  @Then("the filter keeps it from {actor}")
  public void kept(Actor from) throws IOException {
    Member receiver = from.on(check.uplink());
    check.require(filtered.isPresent(), "the switch was given no filter before this step");
    Filtered way = filtered.orElseThrow();
    check.require(
        way.to().equals(receiver.mac()) && check.trials().stream().allMatch(way::isFor),
        "the frame just sent is not what the filter is for");
    check.require(
        withoutIt.isPresent() && withoutIt.equals(check.relay()),
        "no such frame was seen to arrive before the filter was set and with the relay as it is now, so it may not be the filter that keeps it away. Next: send one, and say 'Then %s receives it once', before the switch is given the filter"
            .formatted(from));
    check.expect(
        Claims.doesNotReceive(
            from.toString(), receiver.point(), Diagnosis.UNEXPECTED_REACHABILITY));
  }
}
