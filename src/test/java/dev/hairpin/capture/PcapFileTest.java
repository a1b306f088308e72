package dev.hairpin.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeCodec;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapFileTest {
  private static final int NANOS = 0xa1b23c4d;
  private static final int MICROS = 0xa1b2c3d4;

  private static final CapturePoint POINT = new CapturePoint("file", CapturePoint.Kind.NIC_IN);
  private static final MacAddress FROM = MacAddress.parse("02:00:00:00:00:01");
  private static final MacAddress TO = MacAddress.parse("02:00:00:00:00:02");

  @TempDir private Path folder;

  private record Frame(long epochNanos, byte[] bytes) {}

  private Path file(int magic, int linkType, ByteOrder order, byte[]... frames) throws Exception {
    ByteBuffer all = ByteBuffer.allocate(1 << 20).order(order);
    all.putInt(magic).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65_535);
    all.putInt(linkType);
    for (int index = 0; index < frames.length; index++) {
      all.putInt(7 + index).putInt(5).putInt(frames[index].length).putInt(frames[index].length);
      all.put(frames[index]);
    }
    return Files.write(folder.resolve("a.pcap"), Arrays.copyOf(all.array(), all.position()));
  }

  private static List<Frame> read(Path file) throws IOException {
    SightingLog log = new SightingLog(new RunTag(1), ProbeCodec::find);
    long count = PcapFile.read(file, log, POINT);
    List<Frame> frames =
        log.from(0).stream().map(each -> new Frame(each.epochNanos(), each.frame())).toList();
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

  @Test
  void framesAreWholeWhereverTheyLieInTheFile() throws Exception {
    byte[][] sent = new byte[600][];
    Random random = new Random(1);
    for (int index = 0; index < sent.length; index++) {
      sent[index] = new byte[index == 300 ? 200_000 : random.nextInt(1_500)];
      random.nextBytes(sent[index]);
    }
    Path file = file(NANOS, 1, ByteOrder.LITTLE_ENDIAN, sent);
    assertThat(read(file)).extracting(Frame::bytes).containsExactly(sent);
    SightingLog log = new SightingLog(new RunTag(1), ProbeCodec::find);
    assertThat(PcapFile.read(file, log, POINT)).isEqualTo(sent.length);
    assertThat(log.from(0)).extracting(Sighting::frame).containsExactly(sent);
    assertThat(log.from(0)).extracting(Sighting::point).containsOnly(POINT);
  }

  @Test
  void aFilesFramesAreTakenForProbesAsALiveCapturesAre() throws Exception {
    RunTag run = new RunTag(7);
    byte[] probe = Probe.of(run, 3, ProbeRole.PROBE, FROM, TO).frame();
    byte[] altered = probe.clone();
    altered[40] ^= 1;
    byte[] strange = Probe.of(new RunTag(8), 3, ProbeRole.PROBE, FROM, TO).frame();
    byte[][] sent = {probe, strange, altered, probe, new byte[60]};
    SightingLog read = new SightingLog(run, ProbeCodec::find);
    PcapFile.read(file(NANOS, 1, ByteOrder.LITTLE_ENDIAN, sent), read, POINT);
    SightingLog live = new SightingLog(run, ProbeCodec::find);
    for (byte[] each : sent) {
      live.at(POINT).frame(1, each);
    }
    for (Function<SightingLog, List<Sighting>> which :
        List.<Function<SightingLog, List<Sighting>>>of(log -> log.from(0), log -> log.of(3))) {
      assertThat(which.apply(read))
          .extracting(Sighting::mark)
          .isEqualTo(which.apply(live).stream().map(Sighting::mark).toList());
      assertThat(which.apply(read).stream().map(Sighting::frame).toArray(byte[][]::new))
          .isDeepEqualTo(which.apply(live).stream().map(Sighting::frame).toArray(byte[][]::new));
    }
    assertThat(read.of(3)).extracting(Sighting::order).containsExactly(0L, 2L, 3L);
  }
}
