package dev.hairpin.capture;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.wire.FrameSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pcap4j.core.PcapHandle;

class NicCaptureTest {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final CaptureFilter PROBES =
      CaptureFilter.EVERYTHING.orStations(Frames.A, 4).orEtherType(Frames.PROBE);
  private static final CaptureOptions IN = CaptureOptions.of(CaptureDirection.IN, PROBES);
  private static final CaptureOptions OUT = CaptureOptions.of(CaptureDirection.OUT, PROBES);

  private HairpinWire wire;
  private PcapHandle sender;

  @BeforeEach
  void wire() throws Exception {
    wire = new HairpinWire("nic");
    sender = wire.sender();
  }

  @AfterEach
  void remove() throws Exception {
    sender.close();
    wire.close();
  }

  /** Frames as they come, with their times. */
  private static final class Seen implements FrameSink {
    final List<byte[]> frames = Collections.synchronizedList(new ArrayList<>());
    final List<Long> times = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void frame(long epochNanos, byte[] frame) {
      frames.add(frame);
      times.add(epochNanos);
    }

    List<Integer> numbers() {
      synchronized (frames) {
        return frames.stream().map(Frames::number).toList();
      }
    }
  }

  @Test
  void aFrameThatComesBackIsOneOutAndOneIn() throws Exception {
    Seen out = new Seen();
    Seen in = new Seen();
    long before = System.currentTimeMillis() * 1_000_000L;
    try (NicCapture outgoing = wire.capture(OUT, out);
        NicCapture incoming = wire.capture(IN, in)) {
      sender.sendPacket(Frames.probe(7));
      assertThat(NicCapture.caughtUp(List.of(outgoing, incoming), DEADLINE)).isTrue();
      await().atMost(DEADLINE).until(() -> in.frames.size() == 1);
      assertThat(outgoing.caughtUp(DEADLINE)).isTrue();
    }
    assertThat(out.frames).containsExactly(Frames.probe(7));
    assertThat(in.frames).containsExactly(Frames.probe(7));
    assertThat(out.times.get(0)).isGreaterThanOrEqualTo(before).isLessThan(in.times.get(0));
    assertThat(in.times.get(0)).isLessThanOrEqualTo((System.currentTimeMillis() + 1) * 1_000_000L);
  }

  @Test
  void keepsTheTail() throws Exception {
    List<Integer> all = IntStream.range(0, 50).boxed().toList();
    for (int round = 0; round < 40; round++) {
      Seen out = new Seen();
      try (NicCapture capture = wire.capture(OUT, out)) {
        for (int number : all) {
          sender.sendPacket(Frames.probe(number));
        }
        assertThat(capture.caughtUp(DEADLINE)).isTrue();
        assertThat(out.numbers()).as("round %d", round).isEqualTo(all);
      }
    }
  }

  @Test
  void closingHandsOverWhatWasCaptured() throws Exception {
    List<Integer> all = IntStream.range(0, 50).boxed().toList();
    for (int round = 0; round < 40; round++) {
      Seen out = new Seen();
      NicCapture capture = wire.capture(OUT, out);
      for (int number : all) {
        sender.sendPacket(Frames.probe(number));
      }
      capture.close();
      assertThat(out.numbers()).as("round %d", round).isEqualTo(all);
    }
  }

  @Test
  void catchesUpUnderLoad() throws Exception {
    Seen out = new Seen();
    AtomicBoolean stop = new AtomicBoolean();
    PcapHandle flood = wire.sender();
    byte[] noise = Frames.frame(Frames.B, Frames.A, 60, Frames.PROBE, 0xffff, 0xffff);
    Thread flooding =
        new Thread(
            () -> {
              try {
                while (!stop.get()) {
                  flood.sendPacket(noise);
                }
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    try (NicCapture capture = wire.capture(OUT.room(150_000, 256), out)) {
      flooding.start();
      for (int number = 0; number < 200; number++) {
        sender.sendPacket(Frames.probe(number));
        assertThat(capture.caughtUp(DEADLINE)).isTrue();
        assertThat(out.numbers()).as("probe %d, %s", number, capture).contains(number);
        out.frames.clear();
      }
      assertThat(capture.dropped()).isZero();
    } finally {
      stop.set(true);
      flooding.join();
      flood.close();
    }
  }

  @Test
  void countsWhatAStalledReaderLost() throws Exception {
    wire.reflect(false);
    CountDownLatch go = new CountDownLatch(1);
    FrameSink stalled =
        (time, frame) -> {
          try {
            go.await();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        };
    try (NicCapture capture = wire.capture(OUT.room(10, 256), stalled)) {
      assertThat(capture.dropped()).isZero();
      for (int number = 0; number < 1_000; number++) {
        sender.sendPacket(Frames.probe(number));
      }
      long dropped = capture.dropped();
      assertThat(dropped).isBetween(900L, 999L);
      assertThat(capture.dropped()).as("asking doesn't count again").isEqualTo(dropped);
      assertThat(capture.caughtUp(Duration.ofMillis(1))).isFalse();
      go.countDown();
      assertThat(capture.caughtUp(DEADLINE)).isTrue();
      assertThat(capture.handedOver()).isEqualTo(1_000 - dropped);
      capture.close();
      assertThat(capture.dropped()).as("still known afterwards").isEqualTo(dropped);
      assertThat(capture.trouble()).isEmpty();
    }
  }

  @Test
  void hasRoomForWhatItWasToldAlthoughNobodyReads() throws Exception {
    wire.reflect(false);
    for (int longest : List.of(100, 1_600, CaptureOptions.JUMBO)) {
      Seen seen = new Seen();
      CountDownLatch go = new CountDownLatch(1);
      FrameSink stalled =
          (time, frame) -> {
            try {
              go.await();
            } catch (InterruptedException interrupted) {
              Thread.currentThread().interrupt();
            }
            seen.frame(time, frame);
          };
      try (NicCapture capture = wire.capture(OUT.room(500, longest), stalled)) {
        for (int number = 0; number < 500; number++) {
          sender.sendPacket(Frames.probe(number));
        }
        go.countDown();
        assertThat(capture.caughtUp(DEADLINE)).isTrue();
        assertThat(capture.dropped()).as("room for frames of %d", longest).isZero();
        assertThat(seen.frames).hasSize(500);
      }
    }
  }

  @Test
  void closesAlthoughTheSinkHangs() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    NicCapture capture =
        wire.capture(
            OUT,
            (time, frame) -> {
              entered.countDown();
              try {
                go.await();
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            });
    sender.sendPacket(Frames.probe(1));
    assertThat(entered.await(10, SECONDS)).isTrue();
    capture.close();
    go.countDown();
    assertThat(capture.caughtUp(DEADLINE)).as("ends by itself, nothing left behind").isTrue();
  }

  @Test
  void saysWhenTheNicIsGone() throws Exception {
    Seen out = new Seen();
    try (NicCapture capture = wire.capture(OUT, out)) {
      sender.sendPacket(Frames.probe(1));
      wire.onHost("link delete eth3");
      await().atMost(DEADLINE).until(() -> capture.trouble().isPresent());
      assertThat(capture.trouble().orElseThrow()).contains("eth3 OUT").contains("disappeared");
      assertThat(capture.caughtUp(DEADLINE)).as("nothing proves absence now").isFalse();
      assertThat(out.numbers()).containsExactly(1);
    }
  }

  @Test
  void goesOnAfterTheLinkWasDown() throws Exception {
    Seen out = new Seen();
    try (NicCapture capture = wire.capture(OUT, out)) {
      wire.onHost("link set eth3 down");
      wire.onHost("link set eth3 up");
      sender.close();
      sender = wire.sender();
      sender.sendPacket(Frames.probe(2));
      assertThat(capture.caughtUp(DEADLINE)).isTrue();
      assertThat(out.numbers()).containsExactly(2);
      assertThat(capture.trouble()).isEmpty();
    }
  }

  @Test
  void aSinkThatThrowsIsTroubleAndNotTheEnd() throws Exception {
    Seen seen = new Seen();
    FrameSink sink =
        (time, frame) -> {
          if (Frames.number(frame) == 1) {
            throw new IllegalStateException("no room for it");
          }
          seen.frame(time, frame);
        };
    try (NicCapture capture = wire.capture(OUT, sink)) {
      sender.sendPacket(Frames.probe(1));
      sender.sendPacket(Frames.probe(2));
      assertThat(capture.caughtUp(DEADLINE)).isTrue();
      assertThat(seen.numbers()).containsExactly(2);
      assertThat(capture.trouble().orElseThrow()).contains("no room for it");
    }
  }

  @Test
  void keepsTagsInBothDirections() throws Exception {
    byte[] tagged = Frames.frame(Frames.B, Frames.A, 64, 0x8100, 0xb07b, Frames.PROBE, 1, 1);
    byte[] service =
        Frames.frame(Frames.B, Frames.A, 64, 0x88a8, 100, 0x8100, 0x2001, Frames.PROBE, 1, 2);
    byte[] priority = Frames.frame(Frames.B, Frames.A, 64, 0x8100, 0x6000, Frames.PROBE, 1, 3);
    for (CaptureFilter filter :
        List.of(CaptureFilter.EVERYTHING.orEtherType(Frames.PROBE), PROBES)) {
      Seen out = new Seen();
      Seen in = new Seen();
      try (NicCapture outgoing =
              wire.capture(CaptureOptions.of(CaptureDirection.OUT, filter), out);
          NicCapture incoming = wire.capture(CaptureOptions.of(CaptureDirection.IN, filter), in)) {
        for (byte[] each : List.of(tagged, service, priority, Frames.probe(4))) {
          sender.sendPacket(each);
        }
        await().atMost(DEADLINE).until(() -> in.frames.size() >= 4);
        assertThat(NicCapture.caughtUp(List.of(outgoing, incoming), DEADLINE)).isTrue();
      }
      assertThat(out.frames).containsExactly(tagged, service, priority, Frames.probe(4));
      assertThat(in.frames).containsExactly(tagged, service, priority, Frames.probe(4));
    }
  }

  @Test
  void leavesOutWhatTheFilterDoesNotName() throws Exception {
    Seen out = new Seen();
    CaptureFilter oneType = CaptureFilter.EVERYTHING.orEtherType(Frames.PROBE);
    try (NicCapture capture = wire.capture(CaptureOptions.of(CaptureDirection.OUT, oneType), out)) {
      sender.sendPacket(Frames.frame(Frames.B, Frames.A, 60, 0x88b6));
      sender.sendPacket(Frames.probe(1));
      assertThat(capture.caughtUp(DEADLINE)).isTrue();
    }
    assertThat(out.numbers()).containsExactly(1);
  }

  @Test
  void countsFramesThatAreCut() throws Exception {
    Seen out = new Seen();
    try (NicCapture capture = wire.capture(OUT.room(10, 100), out)) {
      sender.sendPacket(Frames.frame(Frames.B, Frames.A, 100, Frames.PROBE, 0, 1));
      sender.sendPacket(Frames.frame(Frames.B, Frames.A, 101, Frames.PROBE, 0, 2));
      assertThat(capture.caughtUp(DEADLINE)).isTrue();
      assertThat(out.numbers()).containsExactly(1, 2);
      assertThat(capture.truncated()).isEqualTo(1);
    }
  }

  @Test
  void keepsJumboFramesWhole() throws Exception {
    wire.mtu(9_216);
    byte[] jumbo = Frames.frame(Frames.B, Frames.A, 9_234, 0x8100, 5, Frames.PROBE, 0, 1);
    Seen out = new Seen();
    try (NicCapture capture = wire.capture(OUT, out)) {
      sender.sendPacket(jumbo);
      assertThat(capture.caughtUp(DEADLINE)).isTrue();
      assertThat(capture.truncated()).isZero();
    }
    assertThat(out.frames).containsExactly(jumbo);
  }

  @Test
  void leavesPromiscuityAloneUnlessAsked() throws Exception {
    try (NicCapture capture = wire.capture(IN, new Seen())) {
      assertThat(wire.onHost("-d link show eth3")).contains("promiscuity 0");
    }
    try (NicCapture capture = wire.capture(IN.promiscuously(), new Seen())) {
      assertThat(wire.onHost("-d link show eth3")).contains("promiscuity 1");
    }
    assertThat(wire.onHost("-d link show eth3")).contains("promiscuity 0");
  }

  @Test
  void aThousandCapturesLeaveNothingBehind() throws Exception {
    long files = openFiles();
    long threads = captureThreads();
    // Beside one another, as the kernel takes some 20 ms for opening and for closing each.
    List<Callable<Void>> tens = new ArrayList<>();
    for (int ten = 0; ten < 100; ten++) {
      int first = ten * 10;
      tens.add(
          () -> {
            for (int number = first; number < first + 10; number++) {
              captureOne(number);
            }
            return null;
          });
    }
    ExecutorService executor = Executors.newFixedThreadPool(10);
    try {
      for (Future<Void> each : executor.invokeAll(tens)) {
        each.get();
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(openFiles()).isLessThan(files + 20);
    await().atMost(DEADLINE).until(() -> captureThreads() == threads);
  }

  private void captureOne(int number) throws Exception {
    Seen out = new Seen();
    try (NicCapture capture = wire.capture(OUT.room(100, 256), out)) {
      sender.sendPacket(Frames.probe(number));
    }
    assertThat(out.numbers()).containsOnlyOnce(number);
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  private static long captureThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getName().startsWith("hairpin-capture "))
        .count();
  }

  @Test
  void namesTheNicThatIsNotThere() {
    assertThatThrownBy(() -> NicCapture.open(NetNamespace.CURRENT, "eth77", OUT, new Seen()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("eth77")
        .hasMessageContaining("ip link");
  }

  @Test
  void saysThatTheNicIsDown() throws Exception {
    wire.onHost("link set eth3 down");
    assertThatThrownBy(() -> wire.capture(OUT, new Seen()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ip link set eth3 up");
  }

  @Test
  void closesTwice() throws Exception {
    NicCapture capture = wire.capture(OUT, new Seen());
    capture.close();
    capture.close();
    assertThat(capture.trouble()).isEmpty();
    assertThat(capture.caughtUp(DEADLINE)).isTrue();
  }
}
