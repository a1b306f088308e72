package dev.hairpin.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapFileTest {
  private static final int NANOS = 0xa1b23c4d;
  private static final int MICROS = 0xa1b2c3d4;

  @TempDir private Path folder;

  private record Frame(long epochNanos, byte[] bytes) {}

  private Path file(int magic, int linkType, ByteOrder order, byte[]... frames) throws Exception {
    ByteBuffer all = ByteBuffer.allocate(4_096).order(order);
    all.putInt(magic).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65_535);
    all.putInt(linkType);
    for (int index = 0; index < frames.length; index++) {
      all.putInt(7 + index).putInt(5).putInt(frames[index].length).putInt(frames[index].length);
      all.put(frames[index]);
    }
    return Files.write(folder.resolve("a.pcap"), Arrays.copyOf(all.array(), all.position()));
  }

  private static List<Frame> read(Path file) throws IOException {
    List<Frame> frames = new ArrayList<>();
    long count = PcapFile.read(file, (when, bytes) -> frames.add(new Frame(when, bytes)));
    assertThat(count).isEqualTo(frames.size());
    return frames;
  }

  @Test
  void framesKeepTheirOrderBytesAndTimes() throws Exception {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      List<Frame> frames = read(file(NANOS, 1, order, new byte[] {1, 2}, new byte[] {3}));
      assertThat(frames)
          .extracting(Frame::bytes)
          .containsExactly(new byte[] {1, 2}, new byte[] {3});
      assertThat(frames)
          .extracting(Frame::epochNanos)
          .containsExactly(7_000_000_005L, 8_000_000_005L);
    }
  }

  @Test
  void microsecondsAreTold() throws Exception {
    assertThat(read(file(MICROS, 1, ByteOrder.LITTLE_ENDIAN, new byte[] {1})))
        .extracting(Frame::epochNanos)
        .containsExactly(7_000_005_000L);
  }

  @Test
  void anotherFormatOrLinkTypeIsRefused() throws Exception {
    Path other = file(0x0a0d0d0a, 1, ByteOrder.LITTLE_ENDIAN);
    assertThatThrownBy(() -> read(other)).hasMessageContaining("no pcap file");
    Path cooked = file(NANOS, 113, ByteOrder.LITTLE_ENDIAN);
    assertThatThrownBy(() -> read(cooked)).hasMessageContaining("link type 113");
  }

  @Test
  void aFileCutShortIsNotTakenForAWholeOne() throws Exception {
    byte[] whole = Files.readAllBytes(file(NANOS, 1, ByteOrder.LITTLE_ENDIAN, new byte[] {1, 2}));
    for (int length = 25; length < whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(cut)).hasMessageContaining("the record at octet 24 is cut");
    }
  }
}
