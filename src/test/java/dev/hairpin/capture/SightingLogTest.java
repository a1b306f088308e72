package dev.hairpin.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.PackedMark;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SightingLogTest {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final RunTag RUN = new RunTag(1);
  private static final CapturePoint OUT =
      new CapturePoint("host eth3 out", CapturePoint.Kind.NIC_OUT);
  private static final CapturePoint IN = new CapturePoint("host eth3 in", CapturePoint.Kind.NIC_IN);

  private final SightingLog log = new SightingLog(RUN, SightingLogTest::recognise);

  /** Every probe of the tests is marked with its number; 0 is none, -1 another run's. */
  private static long recognise(RunTag run, byte[] bytes, int from, int to) {
    int number = Frames.number(bytes);
    return number <= 0 ? PackedMark.NONE : PackedMark.of(number, ProbeRole.PROBE, true);
  }

  @Test
  void findsTheCopiesOfAProbeInTheirOrder() {
    log.at(OUT).frame(10, Frames.probe(1));
    log.at(OUT).frame(20, Frames.probe(2));
    log.at(IN).frame(15, Frames.probe(1));
    log.at(IN).frame(15, Frames.probe(0));
    assertThat(log.size()).isEqualTo(4);
    assertThat(log.of(1)).extracting(Sighting::point).containsExactly(OUT, IN);
    assertThat(log.of(1)).extracting(Sighting::order).containsExactly(0L, 2L);
    assertThat(log.of(1)).extracting(Sighting::epochNanos).containsExactly(10L, 15L);
    assertThat(log.of(3)).isEmpty();
    assertThat(log.of(0)).as("unmarked").isEmpty();
    assertThat(log.from(3)).singleElement().satisfies(each -> assertThat(each.mark()).isEmpty());
    assertThat(log.count(1, IN)).isEqualTo(1);
    assertThat(log.count(2, IN)).isZero();
  }

  @Test
  void anotherRunsProbesAreUnmarked() {
    log.at(IN).frame(1, Frames.probe(-1));
    assertThat(log.of(-1)).isEmpty();
    assertThat(log.from(0)).singleElement().satisfies(each -> assertThat(each.mark()).isEmpty());
  }

  @Test
  void leavesOutOtherUplinksProbesUnlessTheyAreAltered() {
    SightingLog one =
        new SightingLog(
            RUN,
            (run, bytes, from, to) -> {
              int number = Frames.number(bytes);
              return number == 0
                  ? PackedMark.NONE
                  : PackedMark.of(number, ProbeRole.PROBE, number != 3);
            },
            number -> number == 1);
    for (int number = 0; number <= 3; number++) {
      one.at(IN).frame(number, Frames.probe(number));
    }
    assertThat(one.from(0)).extracting(Sighting::epochNanos).containsExactly(0L, 1L, 3L);
  }

  @Test
  void unalteredCopiesShareTheirBytesAndAlteredOnesDoNot() {
    byte[] altered = Frames.probe(1);
    altered[40] = 1;
    log.at(OUT).frame(1, Frames.probe(1));
    log.at(IN).frame(2, altered);
    log.at(IN).frame(3, Frames.probe(1));
    List<Sighting> copies = log.of(1);
    assertThat(copies.get(2).frame()).isSameAs(copies.get(0).frame());
    assertThat(copies.get(1).frame()).isSameAs(altered);
  }

  @Test
  void whatWasAskedForStaysAsItIsWhileTheLogGrows() {
    log.at(OUT).frame(1, Frames.probe(1));
    List<Sighting> before = log.from(0);
    List<Sighting> copies = log.of(1);
    for (int number = 1; number < 5_000; number++) {
      log.at(IN).frame(2, Frames.probe(1));
    }
    assertThat(before).hasSize(1);
    assertThat(copies).hasSize(1);
    assertThat(log.from(0)).hasSize(5_000);
    assertThat(log.from(4_999)).extracting(Sighting::order).containsExactly(4_999L);
    assertThat(log.from(5_000)).isEmpty();
    assertThatThrownBy(() -> log.from(5_001)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> before.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> before.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void keepsOneOrderForManyThreads() throws Exception {
    int points = 4;
    int each = 50_000;
    List<Thread> threads = new ArrayList<>();
    CountDownLatch go = new CountDownLatch(1);
    for (int thread = 0; thread < points; thread++) {
      CapturePoint point = new CapturePoint("station " + thread, CapturePoint.Kind.STATION);
      FrameSink sink = log.at(point);
      Thread writer =
          new Thread(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException interrupted) {
                  return;
                }
                for (int number = 1; number <= each; number++) {
                  sink.frame(number, Frames.probe(number));
                }
              });
      writer.start();
      threads.add(writer);
    }
    go.countDown();
    assertThat(log.await(() -> log.size() == (long) points * each, Duration.ofSeconds(60)))
        .isTrue();
    for (Thread thread : threads) {
      thread.join();
    }
    List<Sighting> all = log.from(0);
    for (int order = 0; order < all.size(); order++) {
      assertThat(all.get(order).order()).isEqualTo(order);
    }
    for (int number = 1; number <= each; number += 997) {
      List<Sighting> copies = log.of(number);
      assertThat(copies)
          .hasSize(points)
          .isSortedAccordingTo((a, b) -> Long.compare(a.order(), b.order()));
      assertThat(new HashSet<>(copies.stream().map(Sighting::point).toList())).hasSize(points);
      assertThat(
              Collections.frequency(
                  copies.stream().map(Sighting::frame).toList(), copies.get(0).frame()))
          .isEqualTo(points);
    }
  }

  @Test
  void awaitsASightingOfAnotherThread() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    FutureTask<Boolean> waiting =
        new FutureTask<>(
            () ->
                log.await(
                    () -> {
                      asked.countDown();
                      return log.count(2, IN) == 1;
                    },
                    DEADLINE));
    Thread thread = new Thread(waiting);
    thread.start();
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    log.at(IN).frame(1, Frames.probe(1));
    log.at(IN).frame(1, Frames.probe(2));
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void awaitEndsAtItsDeadlineAndAtOnceWhenItHolds() throws Exception {
    assertThat(log.await(() -> false, Duration.ofMillis(5))).isFalse();
    assertThat(log.await(() -> false, Duration.ZERO)).isFalse();
    assertThat(log.await(() -> true, Duration.ZERO)).isTrue();
  }
}
