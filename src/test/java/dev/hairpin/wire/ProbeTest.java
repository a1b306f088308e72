package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProbeTest {
  @Test
  void isTheSmallestFrameUnlessToldOtherwise() {
    assertThat(Frames.probe().frame()).hasSize(60);
    assertThat(Frames.probe().withTag(VlanTag.of(5, 0)).frame()).hasSize(64);
    assertThat(Frames.probe().withPayloadLength(1500).frame()).hasSize(1514);
  }

  @Test
  void hasTheSameBytesEachTime() {
    assertThat(Frames.probe().frame()).isEqualTo(Frames.probe().frame());
    assertThat(Frames.probe().frame())
        .isNotEqualTo(Probe.of(Frames.RUN, 8, ProbeRole.PROBE, Frames.A, Frames.B).frame());
  }

  @Test
  void carriesItsEtherTypeBehindItsTag() {
    byte[] frame = Frames.probe().withEtherType(0x0806).withTag(VlanTag.of(5, 6)).frame();
    EtherFrame seen = EtherFrame.of(frame).orElseThrow();
    assertThat(seen.etherType()).isEqualTo(0x0806);
    assertThat(seen.tag()).contains(VlanTag.of(5, 6));
  }

  @Test
  void carriesTheLargestPayload() {
    Probe largest =
        Frames.probe().withTag(VlanTag.of(1, 1)).withPayloadLength(Probe.LARGEST_PAYLOAD);
    assertThat(ProbeCodec.recognise(largest.frame()).orElseThrow().intact()).isTrue();
  }

  @Test
  void namesWhatIsOutOfRange() {
    assertThatThrownBy(() -> Probe.of(Frames.RUN, 0, ProbeRole.PROBE, Frames.A, Frames.B))
        .hasMessageContaining("number 0");
    assertThatThrownBy(
            () -> Probe.of(Frames.RUN, 1, ProbeRole.PROBE, MacAddress.BROADCAST, Frames.B))
        .hasMessageContaining("ff:ff:ff:ff:ff:ff");
    assertThatThrownBy(() -> Frames.probe().withPayloadLength(45)).hasMessageContaining("45");
    assertThatThrownBy(() -> Frames.probe().withPayloadLength(65_518))
        .hasMessageContaining("65518");
    assertThatThrownBy(() -> Frames.probe().withEtherType(0x8100)).hasMessageContaining("0x8100");
  }
}
