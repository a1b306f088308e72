package dev.hairpin.steps;

import dev.hairpin.lab.LackingException;
import dev.hairpin.lab.RelayPort;
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
    try {
      downAndUp();
      flapped = true;
    } catch (LackingException inUse) {
      throw new TestAbortedException(String.valueOf(inUse.getMessage()), inUse);
    }
  }

  private void downAndUp() throws IOException, InterruptedException {
    UplinkSession uplink = check.uplink();
    // Who tells that the port forwards again: by the way that needs no reflection, where there is
    // one.
    Actor far = uplink.hasUpstream() ? Actor.UPSTREAM : Actor.B;
    uplink.flapLink(far.on(uplink), Actor.A.on(uplink));
  }

  @Then("the switch still reports it {relay}")
  public void stillReported(RelayState state) throws IOException, InterruptedException {
    check.require(
        flapped && check.relay().isPresent(),
        "reflective relay was not set and the link taken down before this step");
    String claim =
        "the switch reports reflective relay %s after its port's link was down".formatted(state);
    try {
      RelayState now = check.uplink().relay().show();
      check.find(
          now == state
              ? Finding.passed(claim, "it reports it " + now)
              : onceMore(claim, state, now));
    } catch (SwitchException away) {
      check.find(Finding.inconclusive(claim, String.valueOf(away.getMessage())));
    }
  }

  /**
   * Somebody else may have set it meanwhile: a switch that loses it with the link does so again.
   */
  private Finding onceMore(String claim, RelayState state, RelayState found)
      throws IOException, InterruptedException {
    RelayPort relay = check.uplink().relay();
    relay.set(state);
    downAndUp();
    RelayState now = relay.show();
    return now == state
        ? Finding.inconclusive(
            claim,
            "it reported it %s; set %s again, it was so too after the link was down once more. So somebody else may have set it meanwhile. Next: see in the switch's log who set port %s, and run the check again"
                .formatted(found, state, check.uplink().uplink().port()))
        : Finding.failed(
            claim,
            Diagnosis.CONFIG_NOT_APPLIED,
            "it reports it %s, and %s too when it is set %s again and the link was down once more"
                .formatted(found, now, state));
  }
}
