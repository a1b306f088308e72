package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.wire.MacAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MAC tables as real systems print them, read by the shipped profiles. */
final class ShippedTablesTest {
  private static final MacAddress MAC = MacAddress.parse("00:1c:82:2f:6b:22");

  private static ForwardingCommand table(String profile) throws Exception {
    return ProfileReader.read(Path.of("switch-profiles", profile + ".yaml"))
        .cli()
        .orElseThrow()
        .queries()
        .forwardingTable()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "arista-eos, '661    001c.822f.6b22    DYNAMIC     Po7        1       0:20:10 ago', Po7",
    "cisco-iosxe, ' 110    001c.822f.6b22    DYNAMIC     Gi1/0/5', Gi1/0/5",
    "cisco-nxos, '152       001c.822f.6b22    dynamic 40        Eth1/5', Eth1/5",
    "cisco-nxos, '*  152   001c.822f.6b22   dynamic  0   F   F    Eth1/5', Eth1/5",
    "cisco-nxos, '+  152   001c.822f.6b22   dynamic  0   F   F    vPC Peer-Link', vPC Peer-Link",
    "juniper-junos, '  Vlan2   00:1c:82:2f:6b:22   DL   -   xe-0/0/51:0.0   0   0', xe-0/0/51:0.0",
    "juniper-junos, '  Vlan3117 00:1c:82:2f:6b:22 D - ae2.0', ae2.0",
    "juniper-junos, '  default  00:1c:82:2f:6b:22 Learn  0 ge-0/0/3.0', ge-0/0/3.0",
    "hpe-comware, '001c-822f-6b22   1    Learned     XGE1/0/47      Y', XGE1/0/47",
    "hpe-comware, '001c-822f-6b22 1   Learned  Bridge-Aggregation1   AGING', Bridge-Aggregation1",
    "huawei-vrp, ' 001c-822f-6b22 10/-/-         10GE1/0/1      dynamic', 10GE1/0/1"
  })
  void thePortIsFound(String profile, String line, String port) throws Exception {
    assertThat(table(profile).ports(List.of(line), MAC)).containsExactly(port);
  }

  /** What a person configured says nothing of the cable, and an echo says nothing at all. */
  @ParameterizedTest
  @CsvSource({
    "arista-eos, '   3    001c.822f.6b22    STATIC      Et7'",
    "cisco-iosxe, ' 110    001c.822f.6b22    STATIC     CPU'",
    "cisco-nxos, 'G  -     001c.822f.6b22   static   -   F   F    sup-eth1(R)'",
    "juniper-junos, '  default  00:1c:82:2f:6b:22 Static  - Router'",
    "hpe-comware, '001c-822f-6b22   1    Config static     XGE1/0/47      N'",
    "huawei-vrp, ' 001c-822f-6b22 10/-/-         10GE1/0/1      static'"
  })
  void nothingElseIs(String profile, String line) throws Exception {
    ForwardingCommand table = table(profile);
    assertThat(table.ports(List.of(line, "prompt# " + table.of(MAC)), MAC)).isEmpty();
  }
}
