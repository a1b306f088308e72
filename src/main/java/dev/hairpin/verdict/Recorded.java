package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.List;
import java.util.function.Function;

/** One thing that a check's verdict is made of. */
interface Recorded {
  /** What it means for the check, by what there is to see now. */
  Verdict verdict(Function<Trial, List<Sighting>> copies);

  /** What it was a trial of; empty for what stands alone. */
  String title();

  /** What holds when it passed. */
  List<String> claims();

  /** For the evidence. */
  Entry entry();

  /** Remembers that the scenario ended with this verdict. */
  default void settle(Verdict verdict) {}
}
