package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A burst among what was recorded; judged again with all there is to see by then. */
final class RecordedBurst implements Recorded {
  private final Burst burst;
  private final Supplier<List<Sighting>> sightings;
  private @Nullable Verdict settled;

  RecordedBurst(Burst burst, Supplier<List<Sighting>> sightings) {
    this.burst = burst;
    this.sightings = sightings;
  }

  @Override
  public Verdict verdict(Function<Trial, List<Sighting>> copies) {
    Verdict now = BurstJudge.judge(burst, sightings.get());
    Verdict before = settled;
    return before == null ? now : Later.verdict(burst.title(), before, now);
  }

  @Override
  public void settle(Verdict verdict) {
    if (settled == null) {
      settled = verdict;
    }
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
