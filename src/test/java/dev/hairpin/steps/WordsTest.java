package dev.hairpin.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.wire.MacAddress;
import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words words = new Words();

  @Test
  void mapsAnIpv4GroupToItsMacAddress() throws Exception {
    assertThat(words.group("233.252.0.1")).isEqualTo(MacAddress.parse("01:00:5e:7c:00:01"));
    assertThat(words.group("239.255.1.2")).isEqualTo(MacAddress.parse("01:00:5e:7f:01:02"));
  }

  @Test
  void mapsAnIpv6GroupToItsMacAddress() throws Exception {
    assertThat(words.group("ff02::db8:1")).isEqualTo(MacAddress.parse("33:33:0d:b8:00:01"));
    assertThat(words.group("ff02::1:ff00:1")).isEqualTo(MacAddress.parse("33:33:ff:00:00:01"));
  }

  @Test
  void refusesAnAddressThatIsNoGroup() {
    assertThatThrownBy(() -> words.group("192.0.2.1"))
        .hasMessageContaining("192.0.2.1")
        .hasMessageContaining("not a multicast group");
  }
}
