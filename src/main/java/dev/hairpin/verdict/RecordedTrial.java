package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A trial among what was recorded, with what was expected of it and what was first decided. */
final class RecordedTrial implements Recorded {
  private final Trial trial;
  private final List<Expectation> expectations;
  private @Nullable Verdict settled;

  RecordedTrial(Trial trial, List<Expectation> expectations, Optional<Entry.Settled> whenEnded) {
    this.trial = trial;
    this.expectations = List.copyOf(expectations);
    this.settled = whenEnded.map(Entry.Settled::verdict).orElse(null);
  }

  Trial trial() {
    return trial;
  }

  @Override
  public String title() {
    return trial.title();
  }

  @Override
  public List<String> claims() {
    return expectations.stream().map(Expectation::claim).toList();
  }

  @Override
  public Entry entry() {
    return new Entry.OfTrial(
        trial, expectations, Optional.ofNullable(settled).map(Entry.Settled::of));
  }

  @Override
  public void settle(Verdict verdict) {
    if (settled == null) {
      settled = verdict;
    }
  }

  @Override
  public Verdict verdict(Function<Trial, List<Sighting>> copies) {
    return verdict(seen(copies));
  }

  ProbePath path(Function<Trial, List<Sighting>> copies) {
    Case seen = seen(copies);
    return ProbePath.of(seen, verdict(seen));
  }

  private Case seen(Function<Trial, List<Sighting>> copies) {
    return Case.of(trial, expectations, copies.apply(trial));
  }

  private Verdict verdict(Case seen) {
    Verdict now = Judge.judge(seen);
    return Optional.ofNullable(settled)
        .map(before -> Later.verdict(trial.title(), before, now))
        .orElse(now);
  }
}
