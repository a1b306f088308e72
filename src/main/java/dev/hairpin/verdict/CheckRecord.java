package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.ArrayList;
import java.util.List;
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
  private final List<String> notes = new ArrayList<>();

  /**
   * A probe was sent and its way watched.
   *
   * @param expectations in the order in which a broken one names the diagnosis
   */
  public synchronized void trial(Trial trial, List<Expectation> expectations) {
    RecordedTrial entry = new RecordedTrial(trial, expectations);
    trials.add(entry);
    recorded.add(entry);
  }

  /**
   * A burst was sent and its way watched.
   *
   * @param sightings gives what was seen of it by the time of the call
   */
  public synchronized void burst(Burst burst, Supplier<List<Sighting>> sightings) {
    recorded.add(new RecordedBurst(burst, sightings));
  }

  /** Something was found out without a probe. */
  public synchronized void finding(Finding finding) {
    findings.add(finding);
    recorded.add(new RecordedVerdict(List.of(finding.claim()), finding.verdict()));
  }

  /** The check, or a part of it, was not tried; a sentence says why. */
  public synchronized void skip(String reason) {
    recorded.add(new RecordedVerdict(List.of(), Verdict.skipped(reason)));
  }

  /** A fact for the reader that decides nothing. */
  public synchronized void note(String note) {
    notes.add(note);
  }

  /** The trials, in order. */
  public synchronized List<Trial> trials() {
    return trials.stream().map(RecordedTrial::trial).toList();
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
   * What all of it comes to: failed when anything failed, the first such deciding diagnosis and
   * reason; else inconclusive when anything was or nothing was recorded; else waived when any
   * failure was; else skipped when anything was; else passed.
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
    return Combination.of(recorded, verdicts.stream().map(waiving).toList());
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
