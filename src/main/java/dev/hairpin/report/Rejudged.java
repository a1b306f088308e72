package dev.hairpin.report;

import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of a check when it was judged again.
 *
 * @param outcome what follows from the evidence; what is stated, where nothing can follow
 * @param fromFrames how many of its statements follow from frames
 * @param onWords on whose word how many others rest, which no frame shows
 * @param fault how it differs from what was stated; empty when it doesn't
 */
public record Rejudged(
    String check,
    String uplink,
    Outcome outcome,
    Optional<Diagnosis> diagnosis,
    int fromFrames,
    Map<String, Integer> onWords,
    Optional<String> fault) {

  /** How far a verdict follows from frames. */
  public enum Basis {
    /** Every statement does. */
    FRAMES,
    /** Some statements do; the others are somebody's word. */
    BOTH,
    /** None does. */
    WORDS
  }

  static Rejudged unshown(CheckResult check) {
    return new Rejudged(
        check.id(),
        check.uplink(),
        check.outcome(),
        check.diagnosis(),
        0,
        Map.of("transcript.log", 1),
        Optional.empty());
  }

  static Rejudged differs(CheckResult check, String fault) {
    return new Rejudged(
        check.id(),
        check.uplink(),
        check.outcome(),
        check.diagnosis(),
        0,
        Map.of(),
        Optional.of(fault));
  }

  static Rejudged follows(CheckResult check, Verdict verdict, int frames, List<Finding> words) {
    return new Rejudged(
        check.id(),
        check.uplink(),
        verdict.outcome(),
        verdict.diagnosis(),
        frames,
        words.stream()
            .collect(
                Collectors.toMap(
                    each -> each.grounds().words(), each -> 1, Integer::sum, TreeMap::new)),
        Optional.empty());
  }

  /** How far it follows from frames. */
  public Basis basis() {
    if (fromFrames == 0) {
      return Basis.WORDS;
    }
    return onWords.isEmpty() ? Basis.FRAMES : Basis.BOTH;
  }

  /** Such as {@code 3 statements rest on the switch's words}. */
  String wordsPhrase() {
    return onWords.entrySet().stream()
        .map(each -> each.getValue() + " on " + each.getKey())
        .collect(Collectors.joining(", "));
  }
}
