package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProbeTest {
  @Test
  void isTheSmallestFrameUnlessToldOtherwise() {
    assertThat(Frames.probe().frame()).hasSize(60);
    assertThat(Frames.probe().withShape(ProbeShape.PLAIN.tagged(VlanTag.of(5, 0))).frame())
        .hasSize(64);
    assertThat(Frames.probe().withShape(ProbeShape.PLAIN.sized(1500)).frame()).hasSize(1514);
  }

  @Test
  void hasTheSameBytesEachTime() {
    assertThat(Frames.probe().frame()).isEqualTo(Frames.probe().frame());
    assertThat(Frames.probe().frame())
        .isNotEqualTo(Probe.of(Frames.RUN, 8, ProbeRole.PROBE, Frames.A, Frames.B).frame());
  }

  @Test
  void carriesItsEtherTypeBehindItsTag() {
    byte[] frame = in(ProbeShape.of(ProbeKind.ARP).tagged(VlanTag.of(5, 6))).frame();
    EtherFrame seen = EtherFrame.of(frame).orElseThrow();
    assertThat(seen.etherType()).isEqualTo(0x0806);
    assertThat(seen.tag()).contains(VlanTag.of(5, 6));
  }

  @Test
  void carriesTheLargestPayload() {
    Probe largest = in(ProbeShape.PLAIN.tagged(VlanTag.of(1, 1)).sized(Probe.LARGEST_PAYLOAD));
    assertThat(ProbeCodec.recognise(largest.frame()).orElseThrow().intact()).isTrue();
  }

  @Test
  void hasAnIpv4HeaderWhoseChecksumHolds() {
    byte[] header =
        Arrays.copyOfRange(in(ProbeShape.of(ProbeKind.IPV4).sized(100)).frame(), 14, 34);
    assertThat(header).startsWith(0x45, 0x2A, 0, 100).endsWith(192, 0, 2, 1, 192, 0, 2, 2);
    int sum = 0;
    for (int index = 0; index < 20; index += 2) {
      sum += Octets.u16(header, index);
    }
    assertThat((sum & 0xFFFF) + (sum >>> 16)).isEqualTo(0xFFFF);
  }

  @Test
  void saysItsLengthInIpv6AndInPlaceOfAnEtherTypeBeforeLlc() {
    byte[] ipv6 = in(ProbeShape.of(ProbeKind.IPV6).sized(140)).frame();
    assertThat(Arrays.copyOfRange(ipv6, 12, 21))
        .containsExactly(0x86, 0xDD, 0x62, 0xA0, 0x0D, 0xB8, 0, 100, 253);
    byte[] llc = in(ProbeShape.of(ProbeKind.LLC_SNAP)).frame();
    assertThat(Arrays.copyOfRange(llc, 12, 22))
        .containsExactly(0, llc.length - 14, 0xAA, 0xAA, 3, 0, 0, 0, 0x88, 0xB5);
  }

  @Test
  void repliesInArpFromItsSourceToItsDestination() {
    byte[] arp = in(ProbeShape.of(ProbeKind.ARP)).frame();
    assertThat(Arrays.copyOfRange(arp, 14, 22)).containsExactly(0, 1, 8, 0, 6, 4, 0, 2);
    assertThat(MacAddress.of(arp, 22)).isEqualTo(Frames.A);
    assertThat(MacAddress.of(arp, 32)).isEqualTo(Frames.B);
  }

  private static Probe in(ProbeShape shape) {
    return Frames.probe().withShape(shape);
  }

  @Test
  void namesWhatIsOutOfRange() {
    assertThatThrownBy(() -> Probe.of(Frames.RUN, 0, ProbeRole.PROBE, Frames.A, Frames.B))
        .hasMessageContaining("number 0");
    assertThatThrownBy(
            () -> Probe.of(Frames.RUN, 1, ProbeRole.PROBE, MacAddress.BROADCAST, Frames.B))
        .hasMessageContaining("ff:ff:ff:ff:ff:ff");
    assertThatThrownBy(() -> Frames.probe().withShape(ProbeShape.PLAIN.sized(45)))
        .hasMessageContaining("45");
    assertThatThrownBy(() -> Frames.probe().withShape(ProbeShape.PLAIN.sized(65_518)))
        .hasMessageContaining("65518");
    assertThatThrownBy(() -> ProbeShape.of(ProbeKind.IPV6).sized(46)).hasMessageContaining("46");
  }
}
