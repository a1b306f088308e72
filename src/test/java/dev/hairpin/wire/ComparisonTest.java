package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Probe PROBE = Frames.probe();
  private static final Probe TAGGED =
      PROBE.withShape(ProbeShape.PLAIN.tagged(new VlanTag(0x8100, 5, true, 120)));

  private static void changes(byte[] sent, byte[] seen, String... changes) {
    assertThat(Comparison.of(sent, seen).changes()).containsExactly(changes);
  }

  private static boolean onlyTag(byte[] sent, byte[] seen) {
    return Comparison.of(sent, seen).onlyTag();
  }

  @Test
  void theSameBytesAreTheSame() {
    Comparison comparison = Comparison.of(PROBE.frame(), PROBE.frame());
    assertThat(comparison.same()).isTrue();
    assertThat(comparison.onlyTag()).isFalse();
    assertThat(comparison).hasToString("unchanged");
  }

  @Test
  void namesAddresses() {
    changes(
        PROBE.frame(),
        Frames.flipped(PROBE.frame(), 5, 1),
        "destination address 02:48:50:00:00:02 became 02:48:50:00:00:03");
    changes(
        PROBE.frame(),
        Frames.flipped(PROBE.frame(), 11, 2),
        "source address 02:48:50:00:00:01 became 02:48:50:00:00:03");
  }

  @Test
  void namesATagThatCameOrWent() {
    byte[] stripped = Frames.spliced(TAGGED.frame(), 12, -4);
    byte[] added = Frames.tagged(TAGGED.frame(), new VlanTag(0x88A8, 0, false, 7));
    changes(TAGGED.frame(), stripped, "tag stripped (VLAN 120, PCP 5, DEI 1, TPID 0x8100)");
    changes(TAGGED.frame(), added, "tag added (VLAN 7, PCP 0, DEI 0, TPID 0x88a8)");
    assertThat(onlyTag(TAGGED.frame(), stripped)).isTrue();
    assertThat(onlyTag(TAGGED.frame(), added)).isTrue();
  }

  @Test
  void saysOfAPriorityTagThatWentWhereThatIsUsual() {
    byte[] priority = Frames.tagged(PROBE.frame(), new VlanTag(0x8100, 5, false, 0));
    changes(
        priority,
        PROBE.frame(),
        "tag stripped (VLAN 0, PCP 5, DEI 0, TPID 0x8100), as by a port that sends its native VLAN untagged (IEEE 802.1Q 6.9)");
  }

  @Test
  void namesTheFieldsOfATag() {
    byte[] seen = TAGGED.frame();
    new VlanTag(0x88A8, 0, false, 1).write(seen, 12);
    changes(
        TAGGED.frame(),
        seen,
        "VLAN id 120 became 1",
        "PCP 5 became 0",
        "DEI 1 became 0",
        "TPID 0x8100 became 0x88a8");
    assertThat(onlyTag(TAGGED.frame(), seen)).isTrue();
  }

  @Test
  void anythingBesideTheTagIsMoreThanTheTag() {
    byte[] seen = Frames.flipped(Frames.spliced(TAGGED.frame(), 12, -4), 20, 1);
    assertThat(Comparison.of(TAGGED.frame(), seen).changes()).hasSize(2);
    assertThat(onlyTag(TAGGED.frame(), seen)).isFalse();
    assertThat(onlyTag(TAGGED.frame(), Frames.sized(TAGGED.frame(), 66))).isFalse();
    assertThat(onlyTag(TAGGED.frame(), Frames.flipped(TAGGED.frame(), 0, 2))).isFalse();
  }

  @Test
  void namesTheEtherTypeAndPortExtenders() {
    byte[] seen = PROBE.frame();
    Octets.putU16(seen, 12, 0x8926);
    changes(PROBE.frame(), seen, "EtherType 0x88b5 became 0x8926 (VN-Tag)");
    assertThat(onlyTag(PROBE.frame(), seen)).isFalse();
  }

  @Test
  void countsPayloadBytesFromThePayload() {
    byte[] once = Frames.flipped(PROBE.frame(), 14 + 19, 0xFF);
    changes(PROBE.frame(), once, "payload byte 19 0xca became 0x35");
    byte[] thrice = Frames.flipped(Frames.flipped(once, 40, 1), 59, 1);
    changes(PROBE.frame(), thrice, "payload byte 19 0xca became 0x35 and 2 more behind it changed");
  }

  @Test
  void namesLengths() {
    changes(PROBE.frame(), Frames.sized(PROBE.frame(), 61), "longer by 1 octet");
    changes(PROBE.frame(), Frames.sized(PROBE.frame(), 50), "shorter by 10 octets");
    changes(PROBE.frame(), Frames.sized(PROBE.frame(), 9), "cut down to 9 octets");
  }

  @Test
  void everyChangedByteIsNamed() {
    for (byte[] sent : new byte[][] {PROBE.frame(), TAGGED.frame()}) {
      for (int index = 0; index < sent.length; index++) {
        for (int bits = 1; bits < 256; bits++) {
          byte[] seen = Frames.flipped(sent, index, bits);
          assertThat(Comparison.of(sent, seen).changes()).as("byte %d", index).isNotEmpty();
        }
      }
    }
  }
}
