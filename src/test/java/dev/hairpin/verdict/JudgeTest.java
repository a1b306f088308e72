package dev.hairpin.verdict;

import static dev.hairpin.verdict.Scene.A;
import static dev.hairpin.verdict.Scene.A_NEVER;
import static dev.hairpin.verdict.Scene.B;
import static dev.hairpin.verdict.Scene.BACK_ONCE;
import static dev.hairpin.verdict.Scene.B_ONCE;
import static dev.hairpin.verdict.Scene.IN;
import static dev.hairpin.verdict.Scene.OUT;
import static dev.hairpin.verdict.Scene.U;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.verdict.Fence.State;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeCodec;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.ProbeShape;
import dev.hairpin.wire.RunTag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static void failed(Scene scene, Diagnosis diagnosis, String... words) {
    Verdict verdict = scene.judged();
    assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.diagnosis()).as(verdict.reason()).contains(diagnosis);
    assertThat(List.of(words)).allSatisfy(word -> assertThat(verdict.reason()).contains(word));
  }

  private static void inconclusive(Scene scene, String... words) {
    Verdict verdict = scene.judged();
    assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(List.of(words)).allSatisfy(word -> assertThat(verdict.reason()).contains(word));
  }

  private static byte[] changed(int index) {
    byte[] frame = Scene.PROBE.frame();
    frame[index] ^= 1;
    return frame;
  }

  private static byte[] stripped() {
    byte[] frame = Scene.PROBE.frame();
    System.arraycopy(frame, 16, frame, 12, frame.length - 16);
    return Arrays.copyOf(frame, frame.length - 4);
  }

  @Test
  void allAsExpectedPassesInOneSentence() {
    assertThat(Scene.reflected().judged())
        .isEqualTo(
            Verdict.passed(
                "A's unicast to B: it leaves the NIC exactly once, it comes back once, B receives"
                    + " it exactly once and A never hears it."));
  }

  // 1: altered

  @Test
  void aChangedCopyFailsAndSaysWhichFieldAndWhere() {
    failed(
        Scene.empty().seen(OUT).seen(IN).copy(B, -1, changed(30)),
        Diagnosis.ALTERED,
        "station B saw a copy",
        "payload byte 12 ");
  }

  @Test
  void aStrippedTagIsToldFromOtherChanges() {
    failed(
        Scene.empty().seen(OUT).seen(IN).copy(B, -1, stripped()),
        Diagnosis.TAG_ALTERED,
        "tag stripped (VLAN 120, PCP 5");
  }

  @Test
  void theGraverChangeNamesTheDiagnosis() {
    failed(
        Scene.empty().seen(OUT).copy(IN, -1, stripped()).copy(B, -1, changed(0)),
        Diagnosis.ALTERED,
        "station B",
        "destination address",
        "2 of 3 copies changed");
  }

  @Test
  void aChangedCopyCountsWhereNothingIsExpected() {
    failed(Scene.reflected().copy(U, -1, changed(20)), Diagnosis.ALTERED, "upstream");
  }

  @Test
  void aChangedCopyStandsWhateverElseIsWrong() {
    failed(
        Scene.empty()
            .copy(B, 7 * Scene.MILLI, changed(20))
            .dropping("host eth3 in", 3)
            .fence(State.LOST)
            .trouble("no luck"),
        Diagnosis.ALTERED,
        "7 ms after the wait for the fence had ended",
        "Also expected that it leaves the NIC exactly once, but host eth3 out did not see it.");
  }

  @Test
  void aChangedCopyComesBeforeASurplus() {
    failed(
        Scene.reflected().copy(B, -1, changed(20)),
        Diagnosis.ALTERED,
        "Also expected that B receives it exactly once, but station B saw it twice.");
  }

  @Test
  void theFirstChangedCopyOfAPlaceIsNamed() {
    List<Sighting> copies =
        Scene.empty().copy(B, -1, changed(30)).copy(B, -1, changed(31)).sightings();
    Scene reversed = Scene.empty().add(copies.get(1)).add(copies.get(0));
    failed(reversed, Diagnosis.ALTERED, "payload byte 12 ", "2 of 2 copies changed");
  }

  // 2: surplus

  @Test
  void aSurplusFailsAsItsExpectationSays() {
    failed(
        Scene.reflected().seen(B),
        Diagnosis.DUPLICATE,
        "expected that B receives it exactly once, but station B saw it twice.");
    failed(Scene.reflected().seen(A), Diagnosis.RETURNED_TO_SENDER, "station A saw it once");
  }

  @Test
  void theFirstSurplusOfTheListNamesTheDiagnosis() {
    Scene scene = Scene.reflected().seen(A).seen(IN);
    failed(scene.expecting(A_NEVER, BACK_ONCE), Diagnosis.RETURNED_TO_SENDER, "Also expected");
    failed(scene.expecting(BACK_ONCE, A_NEVER), Diagnosis.DUPLICATE, "Also expected");
  }

  @Test
  void aSurplusComesBeforeAShortage() {
    failed(
        Scene.empty().seen(OUT).seen(IN).seen(A),
        Diagnosis.RETURNED_TO_SENDER,
        "Also expected that B receives it exactly once, but station B did not see it.");
  }

  @Test
  void aSurplusNeedsNoFenceNoWholeCaptureAndNoWatch() {
    failed(Scene.reflected().seen(A).fence(State.LOST), Diagnosis.RETURNED_TO_SENDER);
    failed(Scene.reflected().seen(A).dropping("station B", 1), Diagnosis.RETURNED_TO_SENDER);
    failed(Scene.reflected().seen(A).trouble("no luck"), Diagnosis.RETURNED_TO_SENDER);
    failed(Scene.reflected().seen(A).watching(OUT, IN, B), Diagnosis.RETURNED_TO_SENDER);
  }

  @Test
  void aLateSurplusFailsAndSaysHowLate() {
    failed(
        Scene.reflected().late(B, 340),
        Diagnosis.DUPLICATE,
        "station B saw it twice (the last 340 ms after the fence had closed)");
    failed(
        Scene.reflected().late(A, 2),
        Diagnosis.RETURNED_TO_SENDER,
        "station A saw it once (2 ms after the fence had closed)");
  }

  // 3: doubts

  @Test
  void troubleDecidesNothing() {
    inconclusive(Scene.empty().trouble("A could not write: EIO"), "A could not write: EIO");
    inconclusive(Scene.reflected().trouble("A could not write: EIO"));
  }

  @Test
  void aDropDecidesNothing() {
    inconclusive(
        Scene.reflected().dropping("host eth3 in", 0).dropping("station B", 12),
        "station B dropped 12 frames");
    inconclusive(Scene.empty().seen(OUT).dropping("station B", 1), "dropped 1 frame ");
    assertThat(Scene.reflected().dropping("station B", 0).judged().outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void aPlaceThatNothingWatchedDecidesNothing() {
    inconclusive(
        Scene.reflected().watching(OUT, IN, B),
        "nothing watched station A, so whether A never hears it can't be told");
  }

  @Test
  void aLostFenceDecidesNothing() {
    inconclusive(Scene.reflected().fence(State.LOST), "fence was lost (the answer to the fence)");
    inconclusive(Scene.empty().seen(OUT).fence(State.LOST));
  }

  @Test
  void allDoubtsAreNamedAtOnce() {
    inconclusive(
        Scene.reflected().fence(State.LOST).dropping("x", 2).trouble("broken"),
        "broken",
        "x dropped 2 frames",
        "fence was lost");
  }

  @Test
  void nothingExpectedDecidesNothing() {
    inconclusive(Scene.reflected().expecting(), "no 'Then' of the scenario speaks of it");
  }

  @Test
  void absencesOfAProbeThatNobodySawDecideNothing() {
    inconclusive(Scene.empty().expecting(A_NEVER), "nothing shows that it was sent at all");
    assertThat(Scene.empty().seen(OUT).expecting(A_NEVER).judged().outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void theUpstreamSeeingWhatTheNicDidNotSendDecidesNothing() {
    inconclusive(
        Scene.empty().seen(U),
        "upstream saw it once, but host eth3 out, which it has to pass before, not at all");
    failed(Scene.empty().seen(U).expecting(BACK_ONCE), Diagnosis.NO_REFLECTION);
  }

  // 4: shortage

  @Test
  void aShortageBehindAFenceFailsAsItsExpectationSays() {
    failed(
        Scene.empty().seen(OUT),
        Diagnosis.NO_REFLECTION,
        "expected that it comes back once, but host eth3 in did not see it.",
        "Also expected that B receives it exactly once");
    failed(Scene.empty().seen(OUT).seen(IN), Diagnosis.LOST, "B receives it");
    failed(Scene.empty(), Diagnosis.LOST, "it leaves the NIC");
  }

  @Test
  void theFirstShortageOfTheListNamesTheDiagnosis() {
    Scene scene = Scene.empty().seen(OUT);
    failed(scene.expecting(B_ONCE, BACK_ONCE), Diagnosis.LOST);
    failed(scene.expecting(BACK_ONCE, B_ONCE), Diagnosis.NO_REFLECTION);
  }

  @Test
  void aShortageThatMoreWasSeenBehindNamesTheOtherWay() {
    failed(
        Scene.empty().seen(OUT).seen(B),
        Diagnosis.NO_REFLECTION,
        "Yet station B saw it once: it came there on a way that host eth3 in doesn't see.");
  }

  @Test
  void withoutAnUpstreamTheTimeOutIsNamed() {
    String assumption = "a time-out of 20 ms in place of a fence (the answer to the fence)";
    Verdict passed = Scene.reflected().fence(State.NO_UPSTREAM).judged();
    assertThat(passed.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(passed.assumptions()).containsExactly(assumption);
    assertThat(passed.reason()).endsWith(" This rests on " + assumption + ".");
    Verdict failed = Scene.empty().seen(OUT).fence(State.NO_UPSTREAM).judged();
    assertThat(failed.diagnosis()).contains(Diagnosis.NO_REFLECTION);
    assertThat(failed.assumptions()).containsExactly(assumption);
    assertThat(failed.reason()).endsWith(" This rests on " + assumption + ".");
  }

  @Test
  void withAFenceNothingIsAssumed() {
    assertThat(Scene.reflected().judged().assumptions()).isEmpty();
    assertThat(Scene.empty().seen(OUT).judged().assumptions()).isEmpty();
  }

  // late copies

  @Test
  void aLateCopyThatFillsAShortageDecidesNothing() {
    inconclusive(
        Scene.empty().seen(OUT).seen(IN).late(B, 340),
        "a copy arrived at station B 340 ms after the fence had closed",
        "frames overtake each other here");
  }

  @Test
  void aLateCopyWhereAnyNumberIsAllowedDecidesNothing() {
    inconclusive(Scene.reflected().late(U, 5), "upstream 5 ms after");
  }

  @Test
  void aShortageBesideALateCopyDecidesNothing() {
    inconclusive(Scene.empty().seen(OUT).late(IN, 5), "frames overtake each other here");
  }

  @Test
  void theLatestCopyIsNamed() {
    inconclusive(Scene.empty().seen(OUT).late(IN, 9).late(B, 8), "host eth3 in 9 ms after");
  }

  @Test
  void aCopyAtTheEndOfTheWatchIsInTime() {
    Scene scene = Scene.empty().seen(OUT).seen(IN);
    assertThat(scene.copy(B, 0, Scene.PROBE.frame()).judged().outcome()).isEqualTo(Outcome.PASSED);
    inconclusive(Scene.empty().seen(OUT).seen(IN).copy(B, 1, Scene.PROBE.frame()), "1 ns after");
  }

  @Test
  void withoutAnUpstreamALateCopySaysThatTheTimeOutIsTooShort() {
    inconclusive(
        Scene.empty().seen(OUT).seen(IN).late(B, 3).fence(State.NO_UPSTREAM),
        "3 ms after the time-out had ended",
        "time-out is too short");
  }

  // strangers

  @Test
  void sightingsOfOtherFramesDecideNothing() {
    stranger(43, ProbeRole.PROBE, Scene.PROBE.run(), "a probe numbered 43 of run 00005eed");
    stranger(42, ProbeRole.FENCE, Scene.PROBE.run(), "a fence numbered 42 of run 00005eed");
    stranger(42, ProbeRole.PROBE, new RunTag(1), "a probe numbered 42 of run 00000001");
    Sighting unmarked = new Sighting(A, 99, 1, new byte[60], Optional.empty());
    inconclusive(Scene.reflected().add(unmarked), "an unmarked frame", "sighting 99");
  }

  private static void stranger(int number, ProbeRole role, RunTag run, String words) {
    byte[] frame =
        Probe.of(run, number, role, Scene.PROBE.source(), Scene.PROBE.destination()).frame();
    inconclusive(Scene.reflected().copy(A, -1, frame), words, "at station A");
    frame[30] ^= 1;
    inconclusive(Scene.reflected().copy(A, -1, frame), words, "at station A");
  }

  @Test
  void aNumberGivenTwiceIsNotBlamedOnTheSwitch() {
    byte[] twin = Scene.PROBE.withShape(ProbeShape.PLAIN.sized(100)).frame();
    assertThat(ProbeCodec.recognise(twin).orElseThrow().intact()).isTrue();
    inconclusive(Scene.reflected().copy(B, -1, twin), "a number of its own");
  }

  @Test
  void pointsAreToldApartByName() {
    CapturePoint sameName = new CapturePoint(A.name(), OUT.kind());
    failed(Scene.reflected().seen(sameName), Diagnosis.RETURNED_TO_SENDER);
  }
}
