package dev.hairpin.steps;

import dev.hairpin.lab.LackingException;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import org.opentest4j.TestAbortedException;

/** The uplink's link goes and comes. */
public final class LinkSteps {
  private final CheckScope check;
  private boolean flapped;

  public LinkSteps(CheckScope check) {
    this.check = check;
  }

  @When("the uplink's link goes down and comes up again")
  public void flap() throws IOException, InterruptedException {
    UplinkSession uplink = check.uplink();
    // Who tells that the port forwards again: by the way that needs no reflection, where there is
    // one.
    Actor far = uplink.hasUpstream() ? Actor.UPSTREAM : Actor.B;
    try {
      uplink.flapLink(far.on(uplink), Actor.A.on(uplink));
      flapped = true;
    } catch (LackingException inUse) {
      throw new TestAbortedException(String.valueOf(inUse.getMessage()), inUse);
    }
  }

  @Then("the switch still reports it {relay}")
  public void stillReported(RelayState state) throws IOException {
    check.require(
        flapped && check.relay().isPresent(),
        "reflective relay was not set and the link taken down before this step");
    String claim =
        "the switch reports reflective relay %s after its port's link was down".formatted(state);
    try {
      RelayState now = check.uplink().relay().show();
      String seen = "it reports it " + now;
      check.find(
          now == state
              ? Finding.passed(claim, seen)
              : Finding.failed(claim, Diagnosis.CONFIG_NOT_APPLIED, seen));
    } catch (SwitchException away) {
      check.find(Finding.inconclusive(claim, String.valueOf(away.getMessage())));
    }
  }
}
