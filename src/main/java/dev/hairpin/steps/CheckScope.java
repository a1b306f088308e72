package dev.hairpin.steps;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.lab.Member;
import dev.hairpin.lab.RelayBasis;
import dev.hairpin.lab.Sending;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.RelayState;
import dev.hairpin.verdict.Burst;
import dev.hairpin.verdict.BurstJudge;
import dev.hairpin.verdict.CheckRecord;
import dev.hairpin.verdict.Entry;
import dev.hairpin.verdict.Expectation;
import dev.hairpin.verdict.Fence;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import dev.hairpin.verdict.Judge;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Trial;
import dev.hairpin.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the steps of one scenario share; made anew for each. Steps of other projects take it in
 * their constructors, for the uplink that they are on.
 */
public final class CheckScope {
  private final Stage stage = Stage.current();
  private final CheckRecord record = new CheckRecord();
  private final Map<String, Double> measurements = new LinkedHashMap<>();
  private final Map<Trial, List<Expectation>> expected = new LinkedHashMap<>();
  private final Set<Trial> spokenOf = new HashSet<>();
  private List<Trial> trials = List.of();
  private Optional<Sent> sent = Optional.empty();
  private Optional<RelayBasis> relay = Optional.empty();
  private Optional<Verdict> failure = Optional.empty();
  private boolean claimed;

  /** The frame (or one of the frames) last sent: who to whom. */
  record Sent(Member from, Optional<Member> to, boolean group) {}

  /** The uplink that this scenario runs on now. */
  public UplinkSession uplink() {
    return stage.uplink();
  }

  /** Adds a finding that ends nothing. */
  void note(Finding finding) {
    record.finding(finding);
  }

  Map<String, Double> measurements() {
    return measurements;
  }

  /** The relay that what follows rests on; its state stands in the titles of frames, too. */
  void relayIs(RelayBasis basis) {
    relay = Optional.of(basis);
  }

  /** The relay state that the scenario has set last, or found. */
  Optional<RelayState> relay() {
    return relay.map(RelayBasis::state);
  }

  /** The same with how it came about. */
  Optional<RelayBasis> relayBasis() {
    return relay;
  }

  /** The failure that ended the scenario. */
  Optional<Verdict> failure() {
    return failure;
  }

  /** The relay was no longer what the failure rests on. */
  void relayChanged(Finding changed) {
    record.relayChanged(changed);
  }

  Sent sent() {
    require(sent.isPresent(), "no frame was sent before this step, so it says nothing");
    return sent.orElseThrow();
  }

  /** The frames just sent; there are some. */
  List<Trial> trials() {
    require(!trials.isEmpty(), "no frame was sent before this step, so it says nothing");
    return trials;
  }

  /**
   * What a step needs to mean anything; without it the check can't be decided, whoever wrote the
   * scenario.
   *
   * @param otherwise what is wrong, in a sentence
   */
  void require(boolean holds, String otherwise) {
    if (!holds) {
      find(Finding.inconclusive("the scenario can be judged", otherwise));
    }
  }

  /** A number of frames or times, of which a step needs one at least. */
  void requireSome(int number, String what) {
    require(number > 0, "the step asks for %d %s, and needs one at least".formatted(number, what));
  }

  /** A number that a step can have within limits alone. */
  void requireBetween(int number, int least, int most, String what) {
    require(
        number >= least && number <= most,
        "the step asks for %d %s, and can have %d to %d of them"
            .formatted(number, what, least, most));
  }

  /** Every frame of the scenario so far; there are some. */
  List<Trial> allTrials() {
    require(!expected.isEmpty(), "no frame was sent before this step, so it says nothing");
    return trialsSoFar();
  }

  /** Every frame of the scenario so far, if any. */
  List<Trial> trialsSoFar() {
    return List.copyOf(expected.keySet());
  }

  /**
   * All frames so far are spoken of together, on somebody's word: each needs no claim of its own.
   */
  void spokenOf() {
    spokenOf.addAll(expected.keySet());
  }

  /** Whether a frame was seen at a place by now. */
  boolean seenAt(Trial trial, CapturePoint place) {
    return uplink().log().count(trial.probe().number(), place) > 0;
  }

  /** Adds the relay's state to what a frame is called. */
  String title(String what) {
    return relay().map(state -> what + ", reflective relay " + state).orElse(what);
  }

  void send(Sent who, List<Sending> sendings) throws IOException, InterruptedException {
    require(
        who.to().filter(each -> each.words().equals(who.from().words())).isEmpty(),
        "a frame from %s to itself has no way to go".formatted(who.from().words()));
    sent = Optional.of(who);
    trials = uplink().send(sendings);
    trials.forEach(each -> expected.put(each, new ArrayList<>()));
  }

  /**
   * Takes back that the frames just sent are to be judged: they were only to find something out.
   */
  void forgetTrials() {
    trials.forEach(expected::remove);
  }

  /** The same of all frames that nothing was expected of. */
  void forgetUnasked() {
    expected.values().removeIf(List::isEmpty);
  }

  /** Sends frames whose expectations are judged all together, by {@link #judgeAll}. */
  List<Trial> sendAll(List<Sending> sendings) throws IOException, InterruptedException {
    List<Trial> all = uplink().send(sendings);
    all.forEach(each -> expected.put(each, new ArrayList<>()));
    return all;
  }

  /** Holds an expectation against one frame, to be judged with all others. */
  void expectLater(Trial trial, Expectation expectation) {
    expected.computeIfAbsent(trial, each -> new ArrayList<>()).add(expectation);
  }

  /** Judges every frame of the scenario; the first that isn't as expected ends it. */
  void judgeAll() {
    require(
        expected.values().stream().anyMatch(each -> !each.isEmpty()),
        "the step's table has no row, so it says nothing");
    claimed = true;
    List<Verdict> verdicts =
        expected.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(
                each ->
                    Judge.judge(
                        each.getKey(),
                        each.getValue(),
                        uplink().log().of(each.getKey().probe().number())))
            .toList();
    verdicts.stream().filter(each -> each.outcome() == Outcome.FAILED).forEach(this::judge);
    verdicts.forEach(this::judge);
  }

  /** What was seen of a burst so far. */
  List<Sighting> seen(Burst burst) {
    return uplink().log().marked(0, burst::holds);
  }

  /** Records a burst and judges it. */
  void burst(Burst burst) {
    claimed = true;
    record.burst(burst, () -> seen(burst));
    judge(BurstJudge.judge(burst, seen(burst)));
  }

  /**
   * Holds an expectation against each frame just sent: against all of them before the first that
   * isn't as expected ends the scenario, or the others would be left without any.
   */
  void expect(Expectation expectation) {
    CapturePoint place = expectation.point();
    require(
        place.kind() != CapturePoint.Kind.STATION
            || trials().stream().allMatch(each -> each.watched().contains(place)),
        "%s was not there when the frame was sent. Next: say so before it, as 'Given stations A and B in vepa mode' does, or 'Given the host has a macvlan interface in bridge mode'"
            .formatted(place));
    claimed = true;
    trials().forEach(each -> expectLater(each, expectation));
    trials.forEach(this::judge);
  }

  /** Holds an expectation against one frame. */
  void expect(Trial trial, Expectation expectation) {
    claimed = true;
    expectLater(trial, expectation);
    judge(trial);
  }

  private void judge(Trial trial) {
    List<Expectation> expectations = expected.getOrDefault(trial, List.of());
    judge(Judge.judge(trial, expectations, uplink().log().of(trial.probe().number())));
  }

  /** Something that the verdict rests on. */
  void assume(String assumption) {
    record.note(assumption);
  }

  void find(Finding finding) {
    claimed = true;
    found(finding);
  }

  /** Something that the claims rest on, such as that a setting was taken; no claim by itself. */
  void given(Finding finding) {
    found(finding);
  }

  private void found(Finding finding) {
    record.finding(finding);
    judge(finding.verdict());
  }

  /** The same, on somebody's word. */
  void find(Finding finding, Grounds whose) {
    find(finding.on(whose));
  }

  /** Asks something of guests' frames. */
  void ask(Entry.OfQuestion question) {
    claimed = true;
    judge(record.question(question, uplink().log().from(question.stretch().from())).verdict());
  }

  /** A fence went behind guests' frames. */
  void fenced(String claim, Fence fence) {
    judge(record.fence(claim, fence).verdict());
  }

  /** Whether any step was held against a frame or an answer. */
  boolean claims() {
    return claimed;
  }

  /** Ends the check: what was expected of each frame goes into the record. */
  CheckRecord close() {
    expected
        .entrySet()
        .removeIf(each -> each.getValue().isEmpty() && spokenOf.contains(each.getKey()));
    expected.forEach(record::trial);
    expected.clear();
    return record;
  }

  private void judge(Verdict verdict) {
    if (verdict.outcome() == Outcome.FAILED) {
      failure = Optional.of(verdict);
      throw new CheckFailedError(verdict.reason());
    }
    if (verdict.outcome() == Outcome.INCONCLUSIVE) {
      throw new CheckUndecidedException(verdict.reason());
    }
  }
}
