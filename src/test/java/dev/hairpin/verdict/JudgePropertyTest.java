package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
@Domain(Scenes.class)
@Domain(DomainContext.Global.class)
class JudgePropertyTest {
  /** Each expected copy once, and now and then one upstream. */
  @Provide
  Arbitrary<Scene> clean() {
    return Arbitraries.of(true, false)
        .map(upstream -> upstream ? Scene.reflected().seen(Scene.U) : Scene.reflected());
  }

  private static long count(Scene scene, CapturePoint point) {
    return scene.sightings().stream().filter(each -> each.point().equals(point)).count();
  }

  private static boolean shortage(Scene scene) {
    return scene.expectations().stream()
        .anyMatch(each -> count(scene, each.point()) < each.quantity().least());
  }

  private static boolean surplus(Scene scene) {
    return scene.expectations().stream()
        .anyMatch(each -> count(scene, each.point()) > each.quantity().most());
  }

  private static boolean late(Scene scene) {
    return scene.sightings().stream().anyMatch(each -> each.epochNanos() > Scene.CLOSED);
  }

  private static boolean altered(Scene scene) {
    return scene.sightings().stream()
        .anyMatch(each -> !Arrays.equals(each.frame(), Scene.PROBE.frame()));
  }

  private static boolean doubtful(Scene scene) {
    Trial trial = scene.trial();
    return trial.trouble().isPresent()
        || trial.drops().stream().anyMatch(each -> each.frames() > 0)
        || trial.fence().state() == Fence.State.LOST
        || !scene.expectations().stream().allMatch(each -> trial.watched().contains(each.point()));
  }

  @Property(tries = 3000)
  void passesExactlyWhenThereIsNothingAgainstIt(@ForAll Scene scene) {
    boolean clean =
        !shortage(scene)
            && !surplus(scene)
            && !late(scene)
            && !altered(scene)
            && !doubtful(scene)
            && !scene.sightings().isEmpty()
            && !scene.expectations().isEmpty();
    assertThat(scene.judged().outcome() == Outcome.PASSED).isEqualTo(clean);
    Statistics.collect(clean);
    Statistics.coverage(
        checker -> {
          checker.check(true).percentage(share -> share > 2);
          checker.check(false).percentage(share -> share > 50);
        });
  }

  @Property(tries = 3000)
  void failsOnlyByPositiveEvidenceOrAProvenAbsence(@ForAll Scene scene) {
    boolean positive = altered(scene) || surplus(scene);
    boolean proven = shortage(scene) && !doubtful(scene) && !late(scene);
    Outcome outcome = scene.judged().outcome();
    if (positive) {
      assertThat(outcome).isEqualTo(Outcome.FAILED);
    }
    if (outcome == Outcome.FAILED) {
      assertThat(positive || proven).isTrue();
    }
  }

  @Property
  void aMissingCopyNeverPasses(
      @ForAll("clean") Scene scene, @ForAll Random random, @ForAll Fence.State fence) {
    List<Sighting> copies = new ArrayList<>(scene.sightings());
    Sighting missing = copies.remove(random.nextInt(copies.size()));
    Assume.that(Scene.REFLECTED.stream().anyMatch(each -> each.point().equals(missing.point())));
    Trial trial = scene.fence(fence).trial();
    assertThat(Judge.judge(trial, Scene.REFLECTED, interleaved(copies, random)).outcome())
        .isNotEqualTo(Outcome.PASSED);
  }

  @Property
  void aDropNeverPasses(@ForAll Scene scene, @ForAll @IntRange(min = 1) int frames) {
    assertThat(scene.dropping("anywhere", frames).judged().outcome()).isNotEqualTo(Outcome.PASSED);
  }

  @Property
  void aSurplusNeverPasses(@ForAll Scene scene, @ForAll @IntRange(max = 3) int which) {
    Expectation expectation = Scene.REFLECTED.get(which);
    scene.expecting(Scene.REFLECTED.toArray(Expectation[]::new));
    for (int copy = 0; copy <= expectation.quantity().most(); copy++) {
      scene.seen(expectation.point());
    }
    assertThat(scene.judged().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Property
  void aLateCopyNeverPasses(
      @ForAll Scene scene,
      @ForAll @IntRange(max = 4) int point,
      @ForAll @IntRange(min = 1) int nanos) {
    scene.copy(Scene.POINTS.get(point), nanos, Scene.PROBE.frame());
    assertThat(scene.judged().outcome()).isNotEqualTo(Outcome.PASSED);
  }

  @Property
  void anyChangedByteFails(
      @ForAll("clean") Scene scene,
      @ForAll Random random,
      @ForAll @IntRange(max = 4) int point,
      @ForAll @IntRange(min = 1, max = 255) int bits) {
    byte[] frame = Scene.PROBE.frame();
    frame[random.nextInt(frame.length)] ^= (byte) bits;
    Verdict verdict = scene.copy(Scene.POINTS.get(point), -1, frame).judged();
    assertThat(verdict.diagnosis().orElseThrow()).isIn(Diagnosis.ALTERED, Diagnosis.TAG_ALTERED);
  }

  @Property
  void theInterleavingOfPointsChangesNothing(@ForAll Scene scene, @ForAll Random random) {
    List<Sighting> other = interleaved(scene.sightings(), random);
    assertThat(Judge.judge(scene.trial(), scene.expectations(), other)).isEqualTo(scene.judged());
  }

  @Property
  void theOrderOfTheListHandedInChangesNothing(@ForAll Scene scene, @ForAll Random random) {
    List<Sighting> other = new ArrayList<>(scene.sightings());
    Collections.shuffle(other, random);
    assertThat(Judge.judge(scene.trial(), scene.expectations(), other)).isEqualTo(scene.judged());
  }

  @Property
  void whatIsRecordedLaterNeverMakesAPass(
      @ForAll Scene scene, @ForAll @IntRange(max = 8) int first) {
    CheckRecord check = new CheckRecord();
    check.trial(scene.trial(), scene.expectations());
    List<Sighting> all = scene.sightings();
    List<Sighting> early = all.subList(0, Math.min(first, all.size()));
    Outcome before = check.verdict(trial -> early).outcome();
    Verdict after = check.verdict(trial -> all);
    if (before != Outcome.PASSED || scene.judged().outcome() != Outcome.PASSED) {
      assertThat(after.outcome()).isNotEqualTo(Outcome.PASSED);
    }
    if (before != after.outcome()) {
      assertThat(after.reason()).contains("When the scenario ended this was judged");
    }
  }

  /** Another interleaving, in which each point keeps its order. */
  private static List<Sighting> interleaved(List<Sighting> sightings, Random random) {
    List<List<Sighting>> queues = new ArrayList<>();
    for (CapturePoint point : Scene.POINTS) {
      queues.add(
          new ArrayList<>(
              sightings.stream()
                  .filter(each -> each.point().equals(point))
                  .sorted(Comparator.comparingLong(Sighting::order))
                  .toList()));
    }
    List<Sighting> mixed = new ArrayList<>();
    while (mixed.size() < sightings.size()) {
      List<Sighting> queue = queues.get(random.nextInt(queues.size()));
      if (!queue.isEmpty()) {
        mixed.add(queue.remove(0));
      }
    }
    return IntStream.range(0, mixed.size()).mapToObj(at -> ordered(mixed.get(at), at)).toList();
  }

  private static Sighting ordered(Sighting each, int order) {
    return new Sighting(each.point(), order, each.epochNanos(), each.frame(), each.mark());
  }
}
