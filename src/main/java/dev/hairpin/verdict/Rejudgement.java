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
   * What a check comes to by its evidence.
   *
   * @param seen every sighting that the evidence holds, in their order
   * @param waiving accepts a failure, or leaves it as it is
   */
  public static Verdict of(
      List<Entry> entries, List<Sighting> seen, UnaryOperator<Verdict> waiving) {
    Rejudgement again = new Rejudgement(seen);
    CheckRecord record = new CheckRecord();
    entries.forEach(each -> again.add(each, record));
    return record.verdict(trial -> again.numbered(trial.probe().number()), waiving);
  }

  private List<Sighting> numbered(int number) {
    return byNumber.getOrDefault(number, List.of());
  }

  private void add(Entry entry, CheckRecord record) {
    if (entry instanceof Entry.OfTrial of) {
      record.add(
          new RecordedTrial(
              of.trial().closedBy(proven(of.trial().fence(), of.trial().probe().number())),
              of.expectations(),
              of.whenEnded()));
    } else if (entry instanceof Entry.OfBurst of) {
      int last = of.burst().first() + of.burst().count() - 1;
      record.add(
          new RecordedBurst(
              of.burst().closedBy(proven(of.burst().fence(), last)), () -> seen, of.whenEnded()));
    } else if (entry instanceof Entry.OfQuestion of) {
      record.question(of, seen);
    } else if (entry instanceof Entry.OfFence of) {
      record.fence(of.claim(), proven(of.fence(), 0));
    } else if (entry instanceof Entry.OfFinding of) {
      record.finding(of.finding());
    } else if (entry instanceof Entry.OfSkip of) {
      record.skip(of.reason());
    }
  }

  private Fence proven(Fence fence, int behind) {
    return FenceProof.of(fence, behind, this::numbered);
  }
}
