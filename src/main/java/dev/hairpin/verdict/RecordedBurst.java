package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A burst among what was recorded; judged again with all there is to see by then. */
final class RecordedBurst implements Recorded {
  private final Burst burst;
  private final Supplier<List<Sighting>> sightings;
  private @Nullable Verdict settled;

  RecordedBurst(
      Burst burst, Supplier<List<Sighting>> sightings, Optional<Entry.Settled> whenEnded) {
    this.burst = burst;
    this.sightings = sightings;
    this.settled = whenEnded.map(Entry.Settled::verdict).orElse(null);
  }

  @Override
  public Verdict verdict(Function<Trial, List<Sighting>> copies) {
    Verdict now = BurstJudge.judge(burst, sightings.get());
    Verdict before = settled;
    return before == null ? now : Later.verdict(burst.title(), before, now);
  }

  @Override
  public Entry entry() {
    return new Entry.OfBurst(burst, Optional.ofNullable(settled).map(Entry.Settled::of));
  }

  @Override
  public void settle(Verdict verdict) {
    if (settled == null) {
      settled = verdict;
    }
  }

  Burst burst() {
    return burst;
  }

  @Override
  public String title() {
    return burst.title();
  }

  @Override
  public List<String> claims() {
    return List.of("each frame arrives once, unaltered and in order");
  }
}
