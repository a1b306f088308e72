package dev.hairpin.steps;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.lab.Member;
import dev.hairpin.switches.NotConfiguredException;
import dev.hairpin.switches.NotInViewException;
import dev.hairpin.switches.PortCounters;
import dev.hairpin.switches.PortFacts;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Trial;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** What the switch itself counts and learns while frames pass (SNMP). */
public final class SwitchViewSteps {
  /** Agents answer from caches; the slowest refresh every half minute. */
  private static final Duration REFRESHED = Duration.ofSeconds(40);

  /**
   * How many times as many frames are sent to see whether a counter follows: as often as that, for
   * the checks of tens of other uplinks may flood the same port meanwhile.
   */
  private static final List<Integer> AGAIN_TIMES = List.of(3, 7, 2, 5, 9, 4);

  private static final String UNREAD = "the switch's counters were not read before the frames";

  private static final Duration AGAIN = Duration.ofMillis(250);

  /** What was not captured within this is not going to be: a machine too busy drops it. */
  private static final Duration SEEN = Duration.ofSeconds(1);

  private final CheckScope check;
  private Optional<PortFacts> before = Optional.empty();
  private Optional<Elsewhere> elsewhere = Optional.empty();

  /** By how many the counter of what went out rose; an agent's cache adds frames from before. */
  private OptionalLong reflected = OptionalLong.empty();

  public SwitchViewSteps(CheckScope check) {
    this.check = check;
  }

  @Given("the switch's counters of the port have been read")
  public void readCounters() throws SwitchException {
    before = Optional.of(counters());
    elsewhere = Optional.of(Elsewhere.before(check.uplink()));
  }

  @Then("the port's counters rise by what was sent and by what was reflected")
  public void countersRise() throws SwitchException, InterruptedException {
    check.require(before.isPresent(), UNREAD);
    CapturePoint nicOut = check.uplink().nicOut();
    long frames = check.trials().stream().filter(each -> check.seenAt(each, nicOut)).count();
    check.require(
        frames > 0,
        "none of the frames just sent left the NIC, so they say nothing of the port's counters");
    PortFacts old = before.orElseThrow();
    check.spokenOf();
    PortFacts now = risen(old, frames, frames);
    reflected = OptionalLong.of(out(old, now));
    counted("sent into the port", frames, in(old, now));
    counted("reflected out of it", frames, reflected.getAsLong());
  }

  /** The port's counters once they have risen by so many, or as they are when that takes long. */
  private PortFacts risen(PortFacts old, long in, long out)
      throws SwitchException, InterruptedException {
    long deadline = System.nanoTime() + REFRESHED.toNanos();
    PortFacts now = counters();
    while ((in(old, now) < in || out(old, now) < out) && System.nanoTime() < deadline) {
      pause(AGAIN.toNanos());
      now = counters();
    }
    return now;
  }

  @Then("no other port's counter rises by as many")
  public void nowhereElse() throws IOException, InterruptedException {
    int frames = check.trials().size();
    String claim =
        "the switch sends none of the %d frames out of another port than the uplink's"
            .formatted(frames);
    check.require(elsewhere.isPresent(), UNREAD);
    check.require(
        reflected.isPresent(),
        "it isn't known how many were reflected. Next: say 'Then the port's counters rise by what was sent and by what was reflected' first");
    if (elsewhere.orElseThrow().others() == 0) {
      check.find(
          Finding.inconclusive(claim, "the agent shows no other port's counter"), Grounds.SWITCH);
      return;
    }
    Map<Integer, Long> rises =
        elsewhere
            .orElseThrow()
            .rosenBy(SentAgain.atLeast(frames), SentAgain.atMost(reflected.getAsLong()));
    Set<Integer> suspects = new TreeSet<>(rises.keySet());
    Optional<SentAgain> first = Optional.empty();
    for (int times : AGAIN_TIMES) {
      if (suspects.isEmpty()) {
        break;
      }
      // Once may be anybody's traffic: what follows other numbers of frames too is ours.
      Optional<SentAgain> again = risingAgain(times * frames, frames);
      if (again.isEmpty()) {
        check.find(
            Finding.inconclusive(
                claim,
                "its counter of port %s rose by %s, and too few of the frames that were sent again came back, or were counted, to tell whether it follows"
                    .formatted(elsewhere.orElseThrow().names(suspects), numbers(rises, suspects))),
            Grounds.SWITCH);
        return;
      }
      SentAgain reference = first.orElse(again.get());
      suspects.removeIf(each -> !again.get().follows(each, reference));
      first = Optional.of(reference);
    }
    check.find(
        suspects.isEmpty()
            ? Finding.passed(claim, "no other port's counter rose with them")
            : Finding.failed(
                claim,
                Diagnosis.CONFIG_UNTRUE,
                "its counter of port %s rose by %s, and in proportion when %s times as many were sent, and not in silence"
                    .formatted(
                        elsewhere.orElseThrow().names(suspects),
                        numbers(rises, suspects),
                        AGAIN_TIMES.stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", then ")))));
  }

  private static String numbers(Map<Integer, Long> rises, Set<Integer> suspects) {
    return suspects.stream()
        .map(each -> String.valueOf(rises.get(each)))
        .collect(Collectors.joining(" and "));
  }

  /**
   * Sends frames again; a switch that loses some under load is not to blame for that here.
   *
   * @param more how many are sent
   * @param least how many must come back
   * @return nothing when fewer came back, or the port's own counter doesn't show them
   */
  private Optional<SentAgain> risingAgain(int more, int least)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    readCounters();
    PortFacts old = before.orElseThrow();
    Elsewhere again = elsewhere.orElseThrow();
    new FrameSteps(check).interleaved(Actor.A, Actor.B, more / 2);
    long back = comeBack();
    check.forgetTrials();
    long counted = out(old, risen(old, 0, back));
    if (back <= least || counted < back) {
      return Optional.empty();
    }
    Map<Integer, Long> rises = again.rosenBy(1, Long.MAX_VALUE);
    Map<Integer, Long> silent = risingInSilence(Duration.ofNanos(System.nanoTime() - start));
    return Optional.of(new SentAgain(Math.min(more, counted), rises, silent));
  }

  /**
   * How many of the frames just sent were captured when they came back; all, or all that will be.
   */
  private long comeBack() throws InterruptedException {
    long deadline = System.nanoTime() + SEEN.toNanos();
    long back = check.trials().stream().filter(this::cameBack).count();
    while (back < check.trials().size() && System.nanoTime() < deadline) {
      pause(AGAIN.toNanos() / 10);
      back = check.trials().stream().filter(this::cameBack).count();
    }
    return back;
  }

  /**
   * What other ports send while nothing is sent to them; the switch is asked as often meanwhile.
   */
  private Map<Integer, Long> risingInSilence(Duration length)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    readCounters();
    Elsewhere silence = elsewhere.orElseThrow();
    do {
      counters();
      pause(Math.min(AGAIN.toNanos(), end - System.nanoTime()));
    } while (System.nanoTime() < end);
    return silence.rosenBy(1, Long.MAX_VALUE);
  }

  private static void pause(long nanos) throws InterruptedException {
    LockSupport.parkNanos(nanos);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private boolean cameBack(Trial trial) {
    return check.seenAt(trial, check.uplink().nicIn());
  }

  private void counted(String way, long frames, long rise) {
    String claim =
        "the switch counts at least the %d unicast frames that were %s".formatted(frames, way);
    if (rise < 0) {
      check.find(
          Finding.inconclusive(
              claim,
              "its counter went back meanwhile: it has 32 bits and began anew, or somebody cleared it. Next: run the check again"),
          Grounds.SWITCH);
      return;
    }
    String seen = "its counter rose by %d".formatted(rise);
    check.find(
        rise >= frames
            ? Finding.passed(claim, seen)
            : Finding.failed(
                claim,
                Diagnosis.CONFIG_UNTRUE,
                seen + " within %d s".formatted(REFRESHED.toSeconds())),
        Grounds.SWITCH);
  }

  private static long in(PortFacts before, PortFacts now) {
    return unicast(now.in()) - unicast(before.in());
  }

  private static long out(PortFacts before, PortFacts now) {
    return unicast(now.out()) - unicast(before.out());
  }

  private static long unicast(PortCounters counters) {
    return counters
        .unicast()
        .orElseThrow(
            () -> new TestAbortedException("the switch doesn't count the port's unicast frames"));
  }

  private PortFacts counters() throws SwitchException {
    try {
      return check.uplink().portFacts();
    } catch (NotConfiguredException | NotInViewException silent) {
      throw skipped("counters", silent);
    }
  }

  @When(
      "{actor} and {actor} send {int} unicast frames to each other in turn, {int} times, and the switch's forwarding table is read after each")
  public void learnedMeanwhile(Actor one, Actor other, int frames, int times)
      throws IOException, InterruptedException {
    check.requireSome(times, "times");
    FrameSteps sender = new FrameSteps(check);
    for (int round = 1; round <= times; round++) {
      sender.interleaved(one, other, frames);
      if (round == 1) {
        // These may be flooded: the table is read after them for the first time.
        check.forgetTrials();
      }
      learned(one, other);
    }
  }

  @Then("the switch has learned {actor} and {actor} on the uplink's port and nowhere else")
  public void learned(Actor one, Actor other) throws IOException {
    check.spokenOf();
    List<Finding> told = new ArrayList<>();
    for (Actor each : List.of(one, other)) {
      told.add(shown(each.on(check.uplink())));
    }
    // What is wrong counts more than what isn't shown.
    told.stream().filter(each -> each.outcome() == Outcome.FAILED).forEach(this::found);
    told.forEach(this::found);
  }

  private Finding shown(Member member) {
    try {
      Finding shown =
          Learning.asked(
              check.uplink(), "station " + member.words(), member.mac(), Diagnosis.CONFIG_UNTRUE);
      return cameOut(member) ? shown : Learning.unheard(shown);
    } catch (NotConfiguredException | NotInViewException silent) {
      throw skipped("forwarding table", silent);
    }
  }

  private void found(Finding told) {
    // Both have been asked for: that the table shows one of them tells that it can be read.
    Finding settled = Learning.settled(check.uplink(), told);
    if (settled.outcome() == Outcome.SKIPPED) {
      throw new TestAbortedException(settled.seen());
    }
    check.find(settled, Grounds.SWITCH);
  }

  /** Whether the switch let something in of what the station has just sent. */
  private boolean cameOut(Member station) {
    return check.trials().stream()
        .filter(each -> each.probe().source().equals(station.mac()))
        .flatMap(each -> check.uplink().log().of(each.probe().number()).stream())
        .map(each -> each.point().kind())
        .anyMatch(kind -> kind == CapturePoint.Kind.NIC_IN || kind == CapturePoint.Kind.UPSTREAM);
  }

  private static TestAbortedException skipped(String what, SwitchException silent) {
    return new TestAbortedException(
        "the switch's %s can't be read: %s".formatted(what, silent.getMessage()), silent);
  }
}
