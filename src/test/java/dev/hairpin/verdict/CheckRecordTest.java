package dev.hairpin.verdict;

import static dev.hairpin.verdict.Scene.B;
import static dev.hairpin.verdict.Scene.IN;
import static dev.hairpin.verdict.Scene.OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.capture.Sighting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckRecordTest {
  private static final Finding FAILED =
      Finding.failed("it reads back on", Diagnosis.CONFIG_NOT_APPLIED, "it said off");
  private static final Finding PASSED = Finding.passed("it reads back on", "hairpin on");
  private static final Finding UNDECIDED = Finding.inconclusive("a guest answers", "it hangs");

  private final CheckRecord check = new CheckRecord();
  private final Map<Trial, List<Sighting>> seen = new HashMap<>();

  private void trial(String title, Scene scene) {
    Trial plain = scene.trial();
    Trial trial =
        new Trial(
            title, plain.probe(), plain.watched(), plain.fence(), plain.drops(), plain.trouble());
    check.trial(trial, scene.expectations());
    seen.put(trial, scene.sightings());
  }

  private Verdict verdict() {
    return check.verdict(seen::get);
  }

  @Test
  void nothingRecordedIsInconclusive() {
    assertThat(verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict().reason()).startsWith("Nothing was judged");
    check.note("a note decides nothing");
    assertThat(verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void theFirstFailureDecides() {
    check.finding(UNDECIDED);
    trial("first", Scene.empty().seen(OUT));
    check.finding(FAILED);
    check.skip("Not here.");
    assertThat(verdict().diagnosis()).contains(Diagnosis.NO_REFLECTION);
    assertThat(verdict().reason())
        .startsWith("first: expected that it comes back once")
        .endsWith("(The first of 2 that are failed, of 4 judged.)");
  }

  @Test
  void aFindingBeforeATrialDecidesBeforeIt() {
    check.finding(FAILED);
    trial("second", Scene.empty().seen(OUT));
    assertThat(verdict().diagnosis()).contains(Diagnosis.CONFIG_NOT_APPLIED);
  }

  @Test
  void inconclusiveComesBeforeSkippedAndPassed() {
    check.finding(PASSED);
    check.skip("Not here.");
    check.finding(UNDECIDED);
    assertThat(verdict()).isEqualTo(UNDECIDED.verdict());
  }

  @Test
  void anAcceptedFailureHidesNoOther() {
    check.finding(Finding.failed("one", Diagnosis.ISOLATION_LEAK, "it leaked"));
    check.finding(PASSED);
    assertThat(waived().outcome()).isEqualTo(Outcome.WAIVED);
    check.finding(UNDECIDED);
    assertThat(waived().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    check.finding(Finding.failed("other", Diagnosis.LOST, "it was lost"));
    assertThat(waived().diagnosis()).contains(Diagnosis.LOST);
    assertThat(waived().outcome()).isEqualTo(Outcome.FAILED);
  }

  private Verdict waived() {
    return check.verdict(
        trial -> java.util.List.of(),
        verdict ->
            verdict.diagnosis().equals(java.util.Optional.of(Diagnosis.ISOLATION_LEAK))
                ? new Verdict(
                    Outcome.WAIVED, verdict.diagnosis(), verdict.reason(), verdict.assumptions())
                : verdict);
  }

  private static final Finding CHANGED =
      Finding.inconclusive("the relay stays on", "somebody set it off");

  @Test
  void whatAChangedRelayBringsAboutCountsNoMore() {
    check.relayChanged(CHANGED);
    trial("A to B", Scene.empty().seen(OUT));
    trial("B to A", Scene.empty().seen(OUT));
    assertThat(verdict()).isEqualTo(CHANGED.verdict());
    assertThat(check.findings()).containsExactly(CHANGED);
    Finding forgotten = Finding.failed("it stays on", Diagnosis.CONFIG_NOT_APPLIED, "it was off");
    check.relayChanged(forgotten);
    assertThat(verdict()).isEqualTo(forgotten.verdict());
  }

  @Test
  void whatNoRelayBringsAboutStaysAFailure() {
    check.relayChanged(CHANGED);
    check.finding(Finding.failed("one", Diagnosis.LOST, "it was lost"));
    check.finding(Finding.failed("other", Diagnosis.ALTERED, "a bit was changed"));
    assertThat(verdict().diagnosis()).contains(Diagnosis.ALTERED);
  }

  @Test
  void aChangedRelayMakesNothingPass() {
    trial("A to B", Scene.empty().seen(OUT));
    verdict();
    check.relayChanged(CHANGED);
    seen.put(check.trials().get(0), Scene.reflected().sightings());
    assertThat(verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThatThrownBy(() -> check.relayChanged(PASSED)).hasMessageContaining("passed");
    assertThatThrownBy(() -> check.relayChanged(Finding.skipped("it stays on", "not looked")))
        .hasMessageContaining("skipped");
    assertThat(verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void noWaiverIsForARelayThatSomebodyChanged() {
    check.finding(Finding.failed("one", Diagnosis.ISOLATION_LEAK, "it leaked"));
    check.relayChanged(CHANGED);
    assertThat(waived().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void skippedComesBeforePassed() {
    check.finding(PASSED);
    check.skip("This lab has no guests.");
    assertThat(verdict()).isEqualTo(Verdict.skipped("This lab has no guests."));
  }

  @Test
  void passedNamesTheClaimsOfEveryTrialTogether() {
    trial("A to B", Scene.reflected());
    assertThat(verdict().reason())
        .isEqualTo(
            "A to B: it leaves the NIC exactly once, it comes back once, B receives it exactly once"
                + " and A never hears it.");
    trial("B to A", Scene.reflected());
    check.finding(PASSED);
    check.finding(PASSED);
    assertThat(verdict().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict().reason())
        .startsWith("A to B and B to A: it leaves")
        .endsWith("A never hears it; it reads back on (twice).");
    trial("C to A", Scene.reflected());
    assertThat(verdict().reason()).startsWith("3 trials, from 'A to B' to 'C to A', each: it");
  }

  @Test
  void passedRestsOnEveryAssumptionOnce() {
    trial("A to B", Scene.reflected().fence(Fence.State.NO_UPSTREAM));
    trial("B to A", Scene.reflected().fence(Fence.State.NO_UPSTREAM));
    trial("C to A", Scene.reflected());
    assertThat(verdict().assumptions()).hasSize(1);
    assertThat(verdict().reason())
        .endsWith("This rests on " + verdict().assumptions().get(0) + ".");
  }

  @Test
  void aLateSurplusFlipsAPass() {
    assertFlip(
        Scene.reflected(),
        Scene.reflected().late(B, 340),
        Outcome.FAILED,
        "340 ms after the fence had closed",
        "When the scenario ended this was judged passed; what was recorded since then changed it.");
  }

  @Test
  void aLateCopyTakesBackAFailure() {
    assertFlip(
        Scene.empty().seen(OUT),
        Scene.empty().seen(OUT).late(IN, 90).late(B, 90),
        Outcome.INCONCLUSIVE,
        "90 ms after the fence had closed",
        "When the scenario ended this was judged failed (no-reflection); what was recorded");
  }

  @Test
  void aCopyHandedOverLateNeverMakesAPass() {
    assertFlip(
        Scene.empty().seen(OUT),
        Scene.reflected(),
        Outcome.INCONCLUSIVE,
        "a capture lags behind its frames",
        "When the scenario ended this was judged failed (no-reflection).");
  }

  @Test
  void theFirstVerdictIsRememberedForGood() {
    Scene early = Scene.empty().seen(OUT);
    trial("flips", early);
    Trial trial = check.trials().get(0);
    verdict();
    seen.put(trial, Scene.reflected().sightings());
    assertThat(verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void whatDoesNotFlipSaysNothingOfIt() {
    trial("steady", Scene.reflected());
    assertThat(verdict()).isEqualTo(verdict());
    assertThat(verdict().reason()).doesNotContain("When the scenario ended");
  }

  private void assertFlip(Scene before, Scene after, Outcome outcome, String... words) {
    trial("flips", before);
    verdict();
    seen.put(check.trials().get(0), after.sightings());
    Verdict verdict = verdict();
    assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
    assertThat(verdict.reason()).contains(words);
    assertThat(check.paths(seen::get).get(0).verdict()).isEqualTo(verdict);
  }

  @Test
  void keepsEverythingInOrder() {
    trial("one", Scene.reflected());
    check.finding(PASSED);
    trial("two", Scene.reflected());
    check.finding(UNDECIDED);
    check.note("x");
    assertThat(check.trials()).extracting(Trial::title).containsExactly("one", "two");
    assertThat(check.findings()).containsExactly(PASSED, UNDECIDED);
    assertThat(check.notes()).containsExactly("x");
  }

  @Test
  void lookingAtThePathsSettlesNothing() {
    trial("flips", Scene.empty().seen(OUT));
    check.paths(seen::get);
    seen.put(check.trials().get(0), Scene.reflected().sightings());
    assertThat(verdict().outcome()).isEqualTo(Outcome.PASSED);
  }
}
