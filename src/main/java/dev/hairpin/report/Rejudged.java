package dev.hairpin.report;

import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Entry;
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
 * @param accepted each kind of failure that a waiver accepts, with why
 * @param fault how it differs from what was stated; empty when it doesn't
 */
public record Rejudged(
    String check,
    String uplink,
    Outcome outcome,
    Optional<Diagnosis> diagnosis,
    int fromFrames,
    Map<String, Integer> onWords,
    List<String> accepted,
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
        Map.of("the switch's words", 1),
        List.of(),
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
        List.of(),
        Optional.of(fault));
  }

  static Rejudged follows(
      CheckResult check, Verdict verdict, Account account, List<String> accepted) {
    Map<String, Integer> words = new TreeMap<>();
    int frames = 0;
    for (Entry each : account.entries()) {
      if (each instanceof Entry.OfFinding of) {
        words.merge(of.finding().grounds().words(), 1, Integer::sum);
      } else if (each instanceof Entry.OfRelayChange of) {
        words.merge(of.finding().grounds().words(), 1, Integer::sum);
      } else if (!(each instanceof Entry.OfSkip)) {
        frames++;
      }
    }
    return new Rejudged(
        check.id(),
        check.uplink(),
        verdict.outcome(),
        verdict.diagnosis(),
        frames,
        words,
        accepted,
        Optional.empty());
  }

  /** How far it follows from frames. */
  public Basis basis() {
    if (fromFrames == 0) {
      return Basis.WORDS;
    }
    return onWords.isEmpty() ? Basis.FRAMES : Basis.BOTH;
  }

  /** Such as {@code 3 on the switch's words}. */
  String wordsPhrase() {
    return onWords.entrySet().stream()
        .map(each -> each.getValue() + " on " + each.getKey())
        .collect(Collectors.joining(", "));
  }
}
