package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class NetworkSourceTest {
  private static final String ADDRESSES = "024850000002024850000001";

  @Test
  void isTheSourceOfIpv4AndIpv6AndAllOfArp() {
    assertThat(source("0800" + "45" + "00".repeat(11) + "c6336401" + "c6336402"))
        .isEqualTo("c6336401");
    assertThat(source("86dd" + "60" + "00".repeat(7) + "20010db8" + "00".repeat(11) + "01"))
        .isEqualTo("20010db8" + "00".repeat(11) + "01");
    String arp = "0001080006040001" + "024850000001" + "c6336401" + "00".repeat(6) + "c6336402";
    assertThat(source("0806" + arp + "00".repeat(18))).isEqualTo(arp);
    assertThat(source("8100" + "0064" + "0800" + "45" + "00".repeat(11) + "c6336401" + "c6336402"))
        .isEqualTo("c6336401");
  }

  @Test
  void isNothingWithoutAnAddress() {
    assertThat(source("0800" + "45" + "00".repeat(19))).isEqualTo("none");
    assertThat(source("0806" + "0001080006040001" + "024850000001" + "00".repeat(32)))
        .isEqualTo("none");
    assertThat(source("0800" + "45")).isEqualTo("none");
    assertThat(source("88b5" + "00".repeat(46))).isEqualTo("none");
  }

  private static String source(String rest) {
    return NetworkSource.of(HexFormat.of().parseHex(ADDRESSES + rest))
        .map(ByteBuffer::array)
        .map(HexFormat.of()::formatHex)
        .orElse("none");
  }
}
