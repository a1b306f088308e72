package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class ProbeCodecTest {
  private static Mark mark(Probe probe, boolean intact) {
    return new Mark(probe.run(), probe.number(), probe.role(), intact);
  }

  @Test
  void everyByteOfTheSmallestFrameCounts() {
    byte[] frame = Frames.probe().frame();
    for (int index = 0; index < frame.length; index++) {
      for (int bits = 1; bits < 256; bits++) {
        assertThat(ProbeCodec.recognise(Frames.flipped(frame, index, bits)))
            .as("byte %d changed by 0x%02x", index, bits)
            .contains(mark(Frames.probe(), false));
      }
    }
  }

  @Test
  void noCutAndNoPaddingIsIntact() {
    byte[] frame = Frames.probe().withShape(ProbeShape.PLAIN.sized(80)).frame();
    for (int length = 0; length < 200; length++) {
      if (length != frame.length) {
        assertThat(ProbeCodec.recognise(Frames.sized(frame, length)).filter(Mark::intact))
            .as("sized to %d", length)
            .isEmpty();
      }
    }
    assertThat(ProbeCodec.recognise(Frames.sized(frame, 33))).contains(mark(Frames.probe(), false));
    assertThat(ProbeCodec.recognise(Frames.sized(frame, 32))).isEmpty();
  }

  @Test
  void aTagAddedStrippedOrRewrittenIsRecognised() {
    Probe probe = Frames.probe().withShape(ProbeShape.PLAIN.tagged(VlanTag.of(120, 5)));
    assertThat(ProbeCodec.recognise(Frames.tagged(probe.frame(), VlanTag.of(3, 0))))
        .contains(mark(probe, false));
    assertThat(ProbeCodec.recognise(Frames.spliced(probe.frame(), 12, -4)))
        .contains(mark(probe, false));
    assertThat(
            ProbeCodec.recognise(
                probe.withShape(ProbeShape.PLAIN.tagged(VlanTag.of(120, 0))).frame()))
        .contains(mark(probe, true));
    byte[] rewritten = probe.frame();
    VlanTag.of(1, 5).write(rewritten, 12);
    assertThat(ProbeCodec.recognise(rewritten)).contains(mark(probe, false));
  }

  @Test
  void isFoundBehindOtherHeaders() {
    byte[] frame = Frames.spliced(Frames.probe().frame(), 14, 28);
    assertThat(ProbeCodec.recognise(frame)).contains(mark(Frames.probe(), false));
  }

  @Test
  void aMarkThatAnotherProbePartsMakeUpIsNotIntact() {
    byte[] first = Probe.of(Frames.RUN, 1, ProbeRole.PROBE, Frames.A, Frames.B).frame();
    byte[] second = Probe.of(Frames.RUN, 2, ProbeRole.PROBE, Frames.A, Frames.B).frame();
    System.arraycopy(second, 14, first, 14, MarkCopy.LENGTH);
    assertThat(ProbeCodec.recognise(first).orElseThrow())
        .isEqualTo(new Mark(Frames.RUN, 2, ProbeRole.PROBE, false));
  }

  @Test
  void fullSizedNoiseIsNotRecognised() {
    Random random = new Random(20261122);
    byte[] noise = new byte[1514];
    for (int round = 0; round < 20_000; round++) {
      random.nextBytes(noise);
      assertThat(ProbeCodec.recognise(noise)).isEmpty();
    }
  }

  @Test
  void theMagicAloneIsNotAMark() {
    byte[] frame = Frames.probe().frame();
    byte[] broken = Frames.flipped(Frames.flipped(frame, 14 + 8, 1), 60 - 4 - 19 + 8, 1);
    assertThat(ProbeCodec.recognise(broken)).isEmpty();
  }

  @Test
  void bothMarksReplacedByAnotherProbesLeaveTheChecksumBroken() {
    byte[] first = Probe.of(Frames.RUN, 1, ProbeRole.PROBE, Frames.A, Frames.B).frame();
    byte[] second = Probe.of(Frames.RUN, 2, ProbeRole.PROBE, Frames.A, Frames.B).frame();
    int tail = first.length - 4 - MarkCopy.LENGTH;
    System.arraycopy(second, 14, first, 14, MarkCopy.LENGTH);
    System.arraycopy(second, tail, first, tail, MarkCopy.LENGTH);
    assertThat(ProbeCodec.recognise(first).orElseThrow().intact()).isFalse();
  }

  @Test
  void aCheckCodeThatHoldsWithoutTheMagicIsNotAMark() {
    byte[] bytes = new byte[MarkCopy.LENGTH];
    new MarkCopy(Frames.RUN, 1, ProbeRole.PROBE, 60).write(bytes, 0);
    bytes[3] ^= 1;
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, MarkCopy.LENGTH - 4);
    Octets.putI32(bytes, MarkCopy.LENGTH - 4, (int) crc.getValue());
    assertThat(ProbeCodec.recognise(bytes)).isEmpty();
  }

  /** A CRC-32 starts with all ones, so behind four of them it doesn't notice zeros. */
  @Test
  void zerosPutIntoABroadcastAreNoticedByTheLength() {
    Probe broadcast = Probe.of(Frames.RUN, 7, ProbeRole.PROBE, Frames.A, MacAddress.BROADCAST);
    assertThat(ProbeCodec.recognise(Frames.spliced(broadcast.frame(), 4, 4)))
        .contains(mark(broadcast, false));
  }
}
