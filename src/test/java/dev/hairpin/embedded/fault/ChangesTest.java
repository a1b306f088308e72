package dev.hairpin.embedded.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.embedded.plane.Frame;
import dev.hairpin.linux.WholeFrame;
import dev.hairpin.wire.EtherFrame;
import dev.hairpin.wire.VlanTag;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Each change is the one that its name says and no other. */
class ChangesTest {
  private static final String ADDRESSES = "02000000000b" + "02000000000a";
  private static final Frame TAGGED = frame(ADDRESSES + "8100" + "b064" + "88b5" + "0102030405");
  private static final Frame PRIORITY_TAGGED = frame(ADDRESSES + "8100" + "a000" + "88b5" + "01");
  private static final Frame BARE = frame(ADDRESSES + "88b5" + "0102030405");

  private static Frame frame(String hex) {
    return new Frame(WholeFrame.of(HexFormat.of().parseHex(hex)));
  }

  private static VlanTag tag(Frame frame) {
    return frame.view().flatMap(EtherFrame::tag).orElseThrow();
  }

  @Test
  void stripsTheTagAndNothingElse() {
    assertThat(TagChanges.strip(TAGGED).bytes()).isEqualTo(BARE.bytes());
    assertThat(TagChanges.strip(BARE)).isSameAs(BARE);
  }

  @Test
  void changesOneFieldOfTheTag() {
    VlanTag before = tag(TAGGED);
    VlanTag vlan = tag(TagChanges.otherVlan(TAGGED));
    assertThat(vlan.vlanId()).isNotEqualTo(before.vlanId());
    assertThat(vlan.priority()).isEqualTo(before.priority());
    assertThat(vlan.dropEligible()).isEqualTo(before.dropEligible());
    VlanTag priority = tag(TagChanges.otherPriority(TAGGED));
    assertThat(priority.priority()).isNotEqualTo(before.priority());
    assertThat(priority.vlanId()).isEqualTo(before.vlanId());
    assertThat(priority.dropEligible()).isEqualTo(before.dropEligible());
    VlanTag eligible = tag(TagChanges.otherDropEligibility(TAGGED));
    assertThat(eligible.dropEligible()).isNotEqualTo(before.dropEligible());
    assertThat(eligible.priority()).isEqualTo(before.priority());
    assertThat(eligible.vlanId()).isEqualTo(before.vlanId());
  }

  @Test
  void aPriorityTagGetsNoVlan() {
    assertThat(TagChanges.otherVlan(PRIORITY_TAGGED)).isSameAs(PRIORITY_TAGGED);
  }

  @Test
  void corruptsOneBitOfThePayload() {
    byte[] before = BARE.bytes();
    byte[] after = ByteChanges.corrupt(BARE).bytes();
    int bits = 0;
    for (int index = 0; index < before.length; index++) {
      int difference = (before[index] ^ after[index]) & 0xFF;
      assertThat(index >= EtherFrame.HEADER || difference == 0).isTrue();
      bits += Integer.bitCount(difference);
    }
    assertThat(bits).isEqualTo(1);
  }

  @Test
  void padsAndCutsAtTheEnd() {
    assertThat(ByteChanges.pad(BARE, 3).bytes()).startsWith(BARE.bytes()).hasSize(22);
    assertThat(BARE.bytes()).startsWith(ByteChanges.cut(BARE, 2).bytes());
    assertThat(ByteChanges.cut(BARE, 2).length()).isEqualTo(17);
    assertThat(ByteChanges.cut(BARE, 60).length()).isEqualTo(EtherFrame.HEADER);
  }
}
