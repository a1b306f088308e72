package dev.hairpin.steps;

import dev.hairpin.lab.Member;
import dev.hairpin.switches.NotConfiguredException;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchRefusedException;
import dev.hairpin.verdict.Claims;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import org.opentest4j.TestAbortedException;

/** What the switch is told to drop. */
public final class FilterSteps {
  private final CheckScope check;

  public FilterSteps(CheckScope check) {
    this.check = check;
  }

  @When("the switch is given a filter for what {actor} sends to {actor}")
  public void filtered(Actor from, Actor to) throws IOException {
    Member sender = from.on(check.uplink());
    Member receiver = to.on(check.uplink());
    String claim = "the switch takes a filter for what %s sends to %s".formatted(from, to);
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
    check.expect(
        Claims.doesNotReceive(
            from.toString(), from.on(check.uplink()).point(), Diagnosis.UNEXPECTED_REACHABILITY));
  }
}
