package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MacAddressTest {
  @Test
  void readsBothNotationsAndWritesOne() {
    assertThat(MacAddress.parse("02-48-50-00-00-AB")).hasToString("02:48:50:00:00:ab");
    assertThat(MacAddress.parse("02:48:50:00:00:ab"))
        .isEqualTo(MacAddress.parse("02-48-50-00-00-AB"));
  }

  @Test
  void namesTheOffendingText() {
    assertThatThrownBy(() -> MacAddress.parse("02:48:50")).hasMessageContaining("'02:48:50'");
  }

  @Test
  void keepsTheOrderOfTheWire() {
    MacAddress address = MacAddress.parse("01:80:c2:00:00:0e");
    assertThat(address.bytes()).containsExactly(0x01, 0x80, 0xC2, 0, 0, 0x0E);
    assertThat(MacAddress.of(address.bytes(), 0)).isEqualTo(address);
  }

  @Test
  void tellsGroupsFromStations() {
    assertThat(MacAddress.BROADCAST.isGroup()).isTrue();
    assertThat(MacAddress.BROADCAST.isBroadcast()).isTrue();
    assertThat(MacAddress.parse("33:33:00:00:00:01").isGroup()).isTrue();
    assertThat(MacAddress.parse("33:33:00:00:00:01").isBroadcast()).isFalse();
    assertThat(MacAddress.parse("02:48:50:00:00:01").isGroup()).isFalse();
  }
}
