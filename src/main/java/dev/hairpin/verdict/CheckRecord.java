package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Everything that was recorded for one check while it ran. One thread writes, others may read
 * later.
 *
 * <p>{@code copies} below gives every sighting of a trial's probe there is by the time of the call,
 * from the whole uplink.
 */
public final class CheckRecord {
  private final List<Recorded> recorded = new ArrayList<>();
  private final List<RecordedTrial> trials = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final BitSet numbers = new BitSet();
  private final List<String> notes = new ArrayList<>();

  /**
   * A probe was sent and its way watched.
   *
   * @param expectations in the order in which a broken one names the diagnosis
   */
  public synchronized void trial(Trial trial, List<Expectation> expectations) {
    add(new RecordedTrial(trial, expectations, Optional.empty()));
  }

  synchronized void add(RecordedTrial trial) {
    trials.add(trial);
    recorded.add(trial);
    numbers.set(trial.trial().probe().number());
  }

  synchronized void add(RecordedBurst burst) {
    recorded.add(burst);
    numbers.set(burst.burst().first(), burst.burst().first() + burst.burst().count());
  }

  /**
   * A burst was sent and its way watched.
   *
   * @param sightings gives what was seen of it by the time of the call
   */
  public synchronized void burst(Burst burst, Supplier<List<Sighting>> sightings) {
    add(new RecordedBurst(burst, sightings, Optional.empty()));
  }

  /** Something was found out without a probe. */
  public void finding(Finding finding) {
    finding(finding, new Entry.OfFinding(finding));
  }

  /**
   * Something is asked of the frames of guests.
   *
   * @param sightings those of the stretch, or more
   * @return the answer
   */
  public Finding question(Entry.OfQuestion asked, List<Sighting> sightings) {
    Finding answer = asked.question().answer(asked.parties().heard(asked.stretch().of(sightings)));
    finding(answer, asked);
    return answer;
  }

  /**
   * A fence went behind frames that carry no mark.
   *
   * @param claim what it shows when it returned
   * @return what came of it
   */
  public Finding fence(String claim, Fence fence) {
    Finding came =
        switch (fence.state()) {
          case RETURNED -> Finding.passed(claim, "a fence behind them came back");
          case NO_UPSTREAM -> Finding.passed(claim, fence.detail());
          case LOST -> Finding.inconclusive(claim, "the fence was lost: " + fence.detail());
        };
    finding(came, new Entry.OfFence(claim, fence));
    return came;
  }

  /**
   * The relay was no longer what the check rested on: failures that rest on it count no more, this
   * counts for them.
   *
   * @param finding failed or inconclusive
   */
  public void relayChanged(Finding finding) {
    finding(finding, new Entry.OfRelayChange(finding));
  }

  private synchronized void finding(Finding finding, Entry entry) {
    findings.add(finding);
    recorded.add(new RecordedVerdict(List.of(finding.claim()), finding.verdict(), entry));
  }

  /** The check, or a part of it, was not tried; a sentence says why. */
  public synchronized void skip(String reason) {
    recorded.add(new RecordedVerdict(List.of(), Verdict.skipped(reason), new Entry.OfSkip(reason)));
  }

  /** A fact for the reader that decides nothing. */
  public synchronized void note(String note) {
    notes.add(note);
  }

  /** Everything recorded, in order, to be judged again by {@link Rejudgement}. */
  public synchronized List<Entry> entries() {
    return recorded.stream().map(Recorded::entry).toList();
  }

  /** The trials, in order. */
  public synchronized List<Trial> trials() {
    return trials.stream().map(RecordedTrial::trial).toList();
  }

  /** Whether a frame was one of a trial or a burst, by its number. */
  public synchronized boolean sent(int number) {
    return numbers.get(number);
  }

  /** The findings, in order. */
  public synchronized List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The notes, in order. */
  public synchronized List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * What all of it comes to: failed when anything failed (but for what {@link #relayChanged} takes
   * the ground from), the first such deciding diagnosis and reason; else inconclusive when anything
   * was or nothing was recorded; else waived when any failure was; else skipped when anything was;
   * else passed.
   *
   * <p>To be called when the scenario ends, and again when the run ends: a trial that comes out
   * differently by then says so, and none is raised to passed by what was recorded late.
   *
   * @param waiving accepts a failure, or leaves it as it is; asked for each of them, so that an
   *     accepted one hides no other
   */
  public synchronized Verdict verdict(
      Function<Trial, List<Sighting>> copies, UnaryOperator<Verdict> waiving) {
    List<Verdict> verdicts = recorded.stream().map(each -> each.verdict(copies)).toList();
    for (int index = 0; index < verdicts.size(); index++) {
      recorded.get(index).settle(verdicts.get(index));
    }
    return Combination.of(recorded, counting(verdicts).stream().map(waiving).toList());
  }

  private List<Verdict> counting(List<Verdict> verdicts) {
    return recorded.stream().anyMatch(each -> each.entry() instanceof Entry.OfRelayChange)
        ? verdicts.stream().filter(each -> !each.restsOnRelay()).toList()
        : verdicts;
  }

  /** The same with nothing waived. */
  public Verdict verdict(Function<Trial, List<Sighting>> copies) {
    return verdict(copies, UnaryOperator.identity());
  }

  /** The way of each trial's probe, in order. */
  public synchronized List<ProbePath> paths(Function<Trial, List<Sighting>> copies) {
    return trials.stream().map(each -> each.path(copies)).toList();
  }
}
