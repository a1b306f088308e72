package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VlanTagTest {
  @Test
  void isWrittenAsTheStandardSays() {
    byte[] bytes = new byte[6];
    new VlanTag(0x8100, 5, true, 0xABC).write(bytes, 1);
    assertThat(bytes).containsExactly(0, 0x81, 0x00, 0xBA, 0xBC, 0);
  }

  @Test
  void isReadBack() {
    VlanTag tag = new VlanTag(0x88A8, 7, false, 4095);
    byte[] bytes = new byte[4];
    tag.write(bytes, 0);
    assertThat(VlanTag.at(bytes, 0)).contains(tag);
    assertThat(VlanTag.at(bytes, 1)).isEmpty();
  }

  @Test
  void namesWhatIsOutOfRange() {
    assertThatThrownBy(() -> new VlanTag(0x8101, 0, false, 1)).hasMessageContaining("0x8101");
    assertThatThrownBy(() -> VlanTag.of(4096, 0)).hasMessageContaining("4096");
    assertThatThrownBy(() -> VlanTag.of(1, 8)).hasMessageContaining("PCP 8");
  }
}
