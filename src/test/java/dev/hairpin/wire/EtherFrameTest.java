package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EtherFrameTest {
  @Test
  void showsAnUntaggedFrame() {
    EtherFrame frame = EtherFrame.of(Frames.probe().frame()).orElseThrow();
    assertThat(frame.destination()).isEqualTo(Frames.B);
    assertThat(frame.source()).isEqualTo(Frames.A);
    assertThat(frame.tag()).isEmpty();
    assertThat(frame.etherType()).isEqualTo(0x88B5);
    assertThat(frame.payloadOffset()).isEqualTo(14);
    assertThat(frame.length()).isEqualTo(60);
    assertThat(frame.payload()).hasSize(46);
  }

  @Test
  void showsEachTagTheOutermostFirst() {
    VlanTag inner = VlanTag.of(120, 3);
    VlanTag outer = new VlanTag(VlanTag.SERVICE, 1, true, 9);
    byte[] bytes =
        Frames.tagged(Frames.probe().withShape(ProbeShape.PLAIN.tagged(inner)).frame(), outer);
    EtherFrame frame = EtherFrame.of(bytes).orElseThrow();
    assertThat(frame.tags()).containsExactly(outer, inner);
    assertThat(frame.tag()).contains(outer);
    assertThat(frame.etherType()).isEqualTo(0x88B5);
    assertThat(frame.payloadOffset()).isEqualTo(22);
  }

  @Test
  void isNothingWithoutAWholeHeader() {
    byte[] tagged = Frames.probe().withShape(ProbeShape.PLAIN.tagged(VlanTag.of(1, 0))).frame();
    for (int length = 0; length < 14; length++) {
      assertThat(EtherFrame.of(Frames.sized(tagged, length))).isEmpty();
    }
    assertThat(EtherFrame.of(Frames.sized(tagged, 17))).isEmpty();
    assertThat(EtherFrame.of(Frames.sized(tagged, 18))).isPresent();
  }
}
