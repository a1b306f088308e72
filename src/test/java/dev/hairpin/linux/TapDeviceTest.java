package dev.hairpin.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapDeviceTest {
  private static final MacAddress A = MacAddress.parse("02:48:50:01:00:01");
  private static final MacAddress B = MacAddress.parse("02:48:50:01:00:02");
  private static final FrameSink NOBODY = (epochNanos, frame) -> {};

  @TempDir Path directory;
  private VethPair pair;
  private Links links;

  @BeforeEach
  void open() throws IOException {
    pair = new VethPair("run-1");
    links = new Links(pair.shell, "run-1");
  }

  @AfterEach
  void close() throws IOException {
    pair.close();
  }

  static byte[] frame(MacAddress to, MacAddress from, int number, int length) {
    ByteBuffer frame = ByteBuffer.allocate(length);
    frame.put(to.bytes()).put(from.bytes()).putShort((short) 0x88B5).putInt(number);
    return frame.array();
  }

  private AddedLink link(String name, MacAddress mac, String mode) throws IOException {
    return links.add(NewLink.macvtap("eth3", name, Optional.of(mac), mode));
  }

  private TapDevice tap(AddedLink link, FrameSink sink) throws IOException {
    TapNode node = TapNode.of(link, pair.shell, directory);
    return TapDevice.open(pair.host, link.device().orElseThrow(), node.path(), sink);
  }

  @Test
  void tenThousandFramesComeInOrderAndAllOfThem() throws IOException {
    pair.hairpin(true);
    List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
    FrameSink sink = (when, frame) -> numbers.add(ByteBuffer.wrap(frame).getInt(14));
    try (TapDevice a = tap(link("mt1", A, "vepa"), NOBODY);
        TapDevice b = tap(link("mt2", B, "vepa"), sink)) {
      for (int number = 0; number < 10_000; number++) {
        a.send(frame(B, A, number, 60));
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> numbers.size() >= 10_000);
      b.check();
    }
    assertThat(numbers).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
  }

  @Test
  void framesComeUnalteredWithTheTime() throws IOException {
    List<byte[]> frames = Collections.synchronizedList(new ArrayList<>());
    List<Long> times = Collections.synchronizedList(new ArrayList<>());
    FrameSink sink =
        (when, frame) -> {
          times.add(when);
          frames.add(frame);
        };
    long before = EpochClock.nanos();
    try (TapDevice a = tap(link("mt1", A, "bridge"), NOBODY);
        TapDevice b = tap(link("mt2", B, "bridge"), sink)) {
      for (int length : new int[] {14, 60, 1514}) {
        a.send(frame(B, A, length, Math.max(18, length)));
      }
      await().atMost(Duration.ofSeconds(5)).until(() -> frames.size() == 3);
      b.check();
    }
    assertThat(frames.get(2)).isEqualTo(frame(B, A, 1514, 1514));
    assertThat(times).isSorted().allMatch(each -> each > before && each <= EpochClock.nanos());
    assertThat(Instant.ofEpochSecond(0, times.get(0))).isBefore(Instant.now().plusSeconds(1));
  }

  @Test
  void aFrameTooLargeIsRefusedWithItsSize() throws IOException {
    try (TapDevice a = tap(link("mt1", A, "vepa"), NOBODY)) {
      assertThatThrownBy(() -> a.send(new byte[5])).hasMessageContainingAll("tap", "5 bytes");
    }
  }

  @Test
  void closesWhileFramesPourIn() throws Exception {
    for (int round = 0; round < 5; round++) {
      CountDownLatch begun = new CountDownLatch(100);
      TapDevice a = tap(link("mt1", A, "bridge"), NOBODY);
      TapDevice b = tap(link("mt2", B, "bridge"), (when, frame) -> begun.countDown());
      Thread writer = new Thread(() -> pour(a));
      writer.start();
      assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
      b.close();
      a.close();
      writer.join(5_000);
      assertThat(writer.isAlive()).isFalse();
      links.delete("mt1");
      links.delete("mt2");
    }
  }

  private static void pour(TapDevice tap) {
    try {
      for (int number = 0; ; number++) {
        tap.send(frame(B, A, number, 60));
      }
    } catch (IOException closed) {
      assertThat(closed).hasMessageContaining("closed");
    }
  }

  @Test
  void noticesThatItsLinkIsGone() throws IOException {
    try (TapDevice a = tap(link("mt1", A, "vepa"), NOBODY)) {
      a.check();
      links.delete("mt1");
      assertThatThrownBy(a::check).hasMessageContaining("is gone");
    }
  }

  @Test
  void aSinkThatThrowsIsNoticed() throws IOException {
    FrameSink bad =
        (when, frame) -> {
          throw new IllegalStateException("full");
        };
    try (TapDevice a = tap(link("mt1", A, "bridge"), NOBODY);
        TapDevice b = tap(link("mt2", B, "bridge"), bad)) {
      a.send(frame(B, A, 1, 60));
      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThatThrownBy(b::check).hasMessageContaining("full"));
    }
  }

  @Test
  void aPlainFileIsNoTap() throws IOException {
    AddedLink link = link("mt1", A, "vepa");
    Path file = Files.createFile(directory.resolve("tap"));

    assertThatThrownBy(() -> TapDevice.open(pair.host, link.device().orElseThrow(), file, NOBODY))
        .hasMessageContaining("not the character device");
    assertThatThrownBy(
            () ->
                TapDevice.open(
                    pair.host, link.device().orElseThrow(), Path.of("/dev/null"), NOBODY))
        .hasMessageContaining("/dev/null");
    assertThat(file).isEmptyFile();
  }

  @Test
  void makesAPrivateNodeWhereThereIsNone() throws IOException {
    AddedLink link = link("mt1", A, "vepa");
    Path file = Files.createFile(directory.resolve("plain"));
    Path run = directory.resolve("run");
    TapNode node = TapNode.of(link, file, pair.shell, run);

    assertThat(node.path()).hasParentRaw(run);
    TapDevice.open(pair.host, link.device().orElseThrow(), node.path(), NOBODY).close();
    node.close();
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void usesTheKernelsOwnNode() throws IOException {
    AddedLink link = link("mt1", A, "vepa");
    try (TapNode node = TapNode.of(link, pair.shell, directory)) {
      assertThat(node.path()).isEqualTo(Path.of("/dev/tap" + link.index()));
    }
    assertThat(Path.of("/dev/tap" + link.index())).exists();
  }
}
