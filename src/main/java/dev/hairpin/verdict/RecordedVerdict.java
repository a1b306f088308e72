package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.List;
import java.util.function.Function;

/** Something among what was recorded that no later sighting changes. */
record RecordedVerdict(List<String> claims, Verdict verdict, Entry entry) implements Recorded {
  @Override
  public Verdict verdict(Function<Trial, List<Sighting>> copies) {
    return verdict;
  }

  @Override
  public String title() {
    return "";
  }
}
