package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A check judged again from its evidence: what can follow from frames is judged by the frames
 * alone, fences too.
 */
public final class Rejudgement {
  private final List<Sighting> seen;
  private final Map<Integer, List<Sighting>> byNumber = new HashMap<>();
  private final CheckRecord record = new CheckRecord();

  private Rejudgement(List<Sighting> seen) {
    this.seen = seen;
    seen.forEach(
        each ->
            each.mark()
                .ifPresent(
                    mark ->
                        byNumber
                            .computeIfAbsent(mark.number(), number -> new ArrayList<>())
                            .add(each)));
  }

  /**
   * Puts a check's record together again.
   *
   * @param seen every sighting that the evidence holds, in their order
   */
  public static Rejudgement of(List<Entry> entries, List<Sighting> seen) {
    Rejudgement again = new Rejudgement(seen);
    entries.forEach(again::add);
    return again;
  }

  /** The record. */
  public CheckRecord record() {
    return record;
  }

  /**
   * What the check comes to.
   *
   * @param waiving accepts a failure, or leaves it as it is
   */
  public Verdict verdict(UnaryOperator<Verdict> waiving) {
    return record.verdict(this::copies, waiving);
  }

  /** The way of each trial's probe, in order. */
  public List<ProbePath> paths() {
    return record.paths(this::copies);
  }

  private List<Sighting> copies(Trial trial) {
    return numbered(trial.probe().number());
  }

  private List<Sighting> numbered(int number) {
    return byNumber.getOrDefault(number, List.of());
  }

  private void add(Entry entry) {
    if (entry instanceof Entry.OfTrial of) {
      Fence fence = proven(of.trial().fence(), of.trial().probe().number());
      record.add(new RecordedTrial(of.trial().closedBy(fence), of.expectations(), of.whenEnded()));
    } else if (entry instanceof Entry.OfBurst of) {
      Fence fence = proven(of.burst().fence(), of.burst().first() + of.burst().count() - 1);
      record.add(new RecordedBurst(of.burst().closedBy(fence), () -> seen, of.whenEnded()));
    } else if (entry instanceof Entry.OfQuestion of) {
      record.question(of, seen);
    } else if (entry instanceof Entry.OfFence of) {
      record.fence(of.claim(), proven(of.fence(), 0));
    } else if (entry instanceof Entry.OfFinding of) {
      record.finding(of.finding());
    } else if (entry instanceof Entry.OfRelayChange of) {
      record.relayChanged(of.finding());
    } else if (entry instanceof Entry.OfSkip of) {
      record.skip(of.reason());
    }
  }

  private Fence proven(Fence fence, int behind) {
    return FenceProof.of(fence, behind, this::numbered);
  }
}
