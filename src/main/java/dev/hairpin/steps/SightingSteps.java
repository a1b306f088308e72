package dev.hairpin.steps;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.lab.Member;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.verdict.Claims;
import dev.hairpin.verdict.Trial;
import io.cucumber.java.en.Then;
import java.io.IOException;
import java.util.List;

/** Holds claims against what was seen of the frames just sent. */
public final class SightingSteps {
  private final CheckScope check;

  public SightingSteps(CheckScope check) {
    this.check = check;
  }

  private UplinkSession uplink() {
    return check.uplink();
  }

  @Then("it/each leaves the NIC once")
  public void leaves() {
    check.expect(Claims.leavesTheNic(uplink().nicOut()));
  }

  @Then("it does not leave the NIC")
  public void staysOff() {
    check.expect(Claims.staysOffTheWire(uplink().nicOut(), fromUpstream()));
  }

  @Then("it/each comes back into the NIC once")
  public void comesBack() {
    requireItLeft();
    check.expect(Claims.comesBack(uplink().nicIn()));
  }

  @Then("each comes back into the NIC once and whole")
  public void comesBackWhole() {
    requireItLeft();
    check.expect(Claims.comesBackWhole(uplink().nicIn()));
  }

  @Then("none comes back into the NIC")
  public void noneComesBack() {
    requireItLeft();
    for (Trial each : check.trials()) {
      check.expect(
          each,
          each.probe().destination().isReserved()
              ? Claims.linkLocalStaysAway(uplink().nicIn())
              : Claims.staysAway(uplink().nicIn()));
    }
  }

  @Then("it is not sent back up")
  public void notSentBackUp() throws IOException {
    check.require(fromUpstream(), "only what the upstream has sent can be sent back up");
    check.expect(Claims.notSentBackUp(Actor.UPSTREAM.on(uplink()).point()));
  }

  @Then("it has sent none of the frames that came after to the upstream")
  public void notFlooded() throws IOException {
    if (canHear(Actor.UPSTREAM)) {
      check.allTrials().forEach(this::requireItLeft);
      CapturePoint upstream = Actor.UPSTREAM.on(uplink()).point();
      check.allTrials().forEach(each -> check.expect(each, Claims.notFlooded(upstream)));
    } else {
      check.forgetUnasked();
    }
  }

  @Then("it comes back into the NIC at most once")
  public void comesBackAtMostOnce() {
    requireItLeft();
    check.expect(Claims.comesBackAtMostOnce(uplink().nicIn()));
  }

  @Then("it does not come back into the NIC")
  public void staysAway() {
    requireItLeft();
    check.expect(Claims.staysAway(uplink().nicIn()));
  }

  @Then("none of them comes back into the NIC")
  public void allStayAway() {
    staysAway();
  }

  @Then("{actor} receives it once")
  public void receives(Actor who) throws IOException {
    if (canHear(who)) {
      check.expect(Claims.receives(who.toString(), who.on(uplink()).point()));
    }
  }

  @Then("{actor} receives it at most once")
  public void receivesAtMostOnce(Actor who) throws IOException {
    if (canHear(who)) {
      check.expect(Claims.receivesAtMostOnce(who.toString(), who.on(uplink()).point()));
    }
  }

  @Then("{actor} does not receive it")
  public void doesNotReceive(Actor who) throws IOException {
    if (canHear(who)) {
      Member member = who.on(uplink());
      check.expect(
          Claims.doesNotReceive(
              who.toString(), member.point(), Claims.received(Strangers.of(member, check.sent()))));
    }
  }

  @Then("each reaches the other station once")
  public void eachArrives() throws IOException {
    for (Trial trial : check.trials()) {
      Member to = uplink().memberWith(trial.probe().destination());
      check.expect(trial, Claims.receives(to.words(), to.point()));
    }
  }

  @Then("none returns to its sender")
  public void noneReturns() throws IOException {
    for (Trial trial : check.trials()) {
      Member from = uplink().memberWith(trial.probe().source());
      check.expect(
          trial,
          Claims.doesNotReceive(
              from.words(), from.point(), Claims.received(Claims.Stranger.SENDER)));
    }
  }

  @Then("{actor} received none of the frames that it sent")
  public void heardNothingOfItself(Actor who) throws IOException {
    Member member = who.on(uplink());
    List<Trial> own =
        check.allTrials().stream()
            .filter(each -> each.probe().source().equals(member.mac()))
            .toList();
    check.require(!own.isEmpty(), "%s has sent no frame before this step".formatted(who));
    for (Trial trial : own) {
      check.expect(
          trial,
          Claims.doesNotReceive(
              who.toString(), member.point(), Claims.received(Claims.Stranger.SENDER)));
    }
  }

  private boolean fromUpstream() {
    return check.sent().from().words().equals(Actor.UPSTREAM.toString());
  }

  /**
   * Only what left the NIC can come back: frames between stations in bridge mode, and what the
   * upstream sends, are seen there whatever the switch does.
   */
  private void requireItLeft() {
    check.require(
        !fromUpstream(),
        "what the upstream sends comes into the NIC without being reflected. Next: say 'Then A receives it once', or 'it is not sent back up'");
    check.trials().forEach(this::requireItLeft);
  }

  private void requireItLeft(Trial trial) {
    check.require(
        check.seenAt(trial, uplink().nicOut()),
        "%s was not seen to leave the NIC, so it says nothing of the switch. Next: say 'Then it leaves the NIC once' first; stations in bridge mode reach each other inside the host"
            .formatted(trial.title()));
  }

  /** A lab without an upstream can't tell what the upstream hears; the verdict says so. */
  private boolean canHear(Actor who) {
    if (who == Actor.UPSTREAM && !uplink().hasUpstream()) {
      check.assume("this lab has no upstream NIC: what reaches the upstream was not looked at");
      return false;
    }
    return true;
  }
}
