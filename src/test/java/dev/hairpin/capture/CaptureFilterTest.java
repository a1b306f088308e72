package dev.hairpin.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeKind;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.ProbeShape;
import dev.hairpin.wire.RunTag;
import dev.hairpin.wire.VlanTag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

class CaptureFilterTest {
  private static final MacAddress STRANGER = MacAddress.parse("02:48:51:7f:00:01");

  static boolean keeps(CaptureFilter filter, byte[] frame) {
    try (PcapHandle handle = Pcaps.openDead(DataLinkType.EN10MB, 65_536)) {
      BpfProgram program =
          handle.compileFilter(
              filter.text(), BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
      try {
        return program.applyFilter(frame);
      } finally {
        program.free();
      }
    } catch (Exception refused) {
      throw new AssertionError(filter.text(), refused);
    }
  }

  @Test
  void keepsAnEtherTypeBehindTags() {
    CaptureFilter filter = CaptureFilter.EVERYTHING.orEtherType(0x88b5);
    assertThat(keeps(filter, frame(0x88b5))).isTrue();
    assertThat(keeps(filter, frame(0x8100, 7, 0x88b5))).isTrue();
    assertThat(keeps(filter, frame(0x88a8, 7, 0x88b5))).isTrue();
    assertThat(keeps(filter, frame(0x88a8, 7, 0x8100, 9, 0x88b5))).isTrue();
    assertThat(keeps(filter, frame(0x0800, 0x88b5))).isFalse();
    assertThat(keeps(filter, frame(0x0800, 7, 0x88b5))).isFalse();
    assertThat(keeps(filter, frame(0x8100, 7, 0x88b6))).isFalse();
    assertThat(keeps(filter, frame(0x8100, 0x88b5, 0x0800))).isFalse();
    assertThat(keeps(filter, frame(0x8100, 7, 0x0800, 9, 0x88b5))).isFalse();
  }

  private static byte[] frame(int... words) {
    return Frames.frame(STRANGER, STRANGER, 60, words);
  }

  @Test
  void keepsWhatAnyTermNames() {
    MacAddress other = MacAddress.parse("52:54:00:00:00:09");
    CaptureFilter filter =
        CaptureFilter.EVERYTHING.orStations(Frames.A, 4).orAddress(other).orEtherType(0x88b5);
    assertThat(keeps(filter, Frames.frame(Frames.A, STRANGER, 60, 0x0806))).isTrue();
    assertThat(keeps(filter, Frames.frame(MacAddress.BROADCAST, other, 60, 0x0806))).isTrue();
    assertThat(keeps(filter, frame(0x8100, 1, 0x88b5))).isTrue();
    assertThat(keeps(filter, frame(0x0806))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ProbeKind.class)
  void keepsProbesOfEveryKindFromStrangers(ProbeKind kind) {
    CaptureFilter filter = CaptureFilter.EVERYTHING.orProbes();
    for (ProbeShape shape :
        List.of(ProbeShape.of(kind), ProbeShape.of(kind).tagged(VlanTag.of(100, 3)))) {
      Probe probe =
          new Probe(
              new RunTag(0x7f000001), 1, ProbeRole.ANSWER, STRANGER, MacAddress.BROADCAST, shape);
      assertThat(keeps(filter, probe.frame())).as(shape.toString()).isTrue();
    }
  }

  @Test
  void keepsNoOtherFramesOfThoseTypes() {
    CaptureFilter filter = CaptureFilter.EVERYTHING.orProbes();
    assertThat(keeps(filter, frame(0x0800, 0x4500, 100, 1, 0x4000, 0x4006))).isFalse();
    assertThat(keeps(filter, frame(0x86dd, 0x6000, 0, 40, 0x3aff))).isFalse();
    assertThat(keeps(filter, frame(0x0806, 1, 0x0800, 0x0604, 1))).isFalse();
    assertThat(keeps(filter, frame(0x8100, 7, 0x0806, 1, 0x0800, 0x0604, 1))).isFalse();
    assertThat(keeps(filter, frame(38, 0x4242, 0x0300))).isFalse();
  }

  @Test
  void withoutATermKeepsEverything() {
    assertThat(CaptureFilter.EVERYTHING.text()).isEmpty();
    assertThat(CaptureFilter.EVERYTHING).hasToString("everything");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 7})
  void refusesOtherNumbersOfOctets(int octets) {
    assertThatThrownBy(() -> CaptureFilter.EVERYTHING.orStations(Frames.A, octets))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(octets + " octets");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0x05ff, 0x10000})
  void refusesWhatIsNoEtherType(int etherType) {
    assertThatThrownBy(() -> CaptureFilter.EVERYTHING.orEtherType(etherType))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EtherType");
  }
}
