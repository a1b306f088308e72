package dev.hairpin.it;

import dev.hairpin.dialect.AgentDialect;
import dev.hairpin.dialect.AristaEos;
import dev.hairpin.dialect.CiscoAgent;
import dev.hairpin.dialect.CiscoIosXe;
import dev.hairpin.dialect.CiscoNxos;
import dev.hairpin.dialect.Cli;
import dev.hairpin.dialect.Device;
import dev.hairpin.dialect.HpeComware;
import dev.hairpin.dialect.HpeComwareEvb;
import dev.hairpin.dialect.HpeEvbAgent;
import dev.hairpin.dialect.HuaweiVrp;
import dev.hairpin.dialect.JuniperJunos;
import dev.hairpin.dialect.LenovoEnos;
import java.util.Optional;
import java.util.function.Function;

/** The systems that a dialect stands in for: the profile's name, the ports, the command line. */
enum Vendor {
  ARISTA("arista-eos", "Ethernet1", "Ethernet2", AristaEos::new),
  NEXUS("cisco-nxos", "Ethernet1/1", "Ethernet1/2", CiscoNxos::new),
  CATALYST("cisco-iosxe", "GigabitEthernet1/0/1", "GigabitEthernet1/0/2", CiscoIosXe::new),
  JUNOS("juniper-junos", "ge-0/0/1", "ge-0/0/2", JuniperJunos::new),
  COMWARE("hpe-comware", "Ten-GigabitEthernet1/0/1", "Ten-GigabitEthernet1/0/2", HpeComware::new),
  HUAWEI("huawei-vrp", "10GE1/0/1", "10GE1/0/2", HuaweiVrp::new),
  EVB(
      "hpe-comware-evb",
      "Ten-GigabitEthernet1/0/1",
      "Ten-GigabitEthernet1/0/2",
      HpeComwareEvb::new),
  CATALYST_AND_AGENT(
      Optional.of(CiscoIosXe::new),
      Optional.of(CiscoAgent::new),
      "cisco-iosxe",
      "GigabitEthernet1/0/1",
      "GigabitEthernet1/0/2"),
  ENOS(Optional.empty(), Optional.of(LenovoEnos::new), "lenovo-enos", "17", "18"),
  EVB_AGENT(
      Optional.empty(),
      Optional.of(HpeEvbAgent::new),
      "hpe-comware-evb",
      "Ten-GigabitEthernet1/0/1",
      "Ten-GigabitEthernet1/0/2");

  final String profile;
  final String uplink;
  final String upstream;
  final Optional<Function<Device, Cli>> dialect;
  final Optional<Function<Device, AgentDialect>> agent;

  Vendor(String profile, String uplink, String upstream, Function<Device, Cli> dialect) {
    this(Optional.of(dialect), Optional.empty(), profile, uplink, upstream);
  }

  /** The one of the two that there is sets reflective relay; where both are, the command line. */
  Vendor(
      Optional<Function<Device, Cli>> dialect,
      Optional<Function<Device, AgentDialect>> agent,
      String profile,
      String uplink,
      String upstream) {
    this.profile = profile;
    this.uplink = uplink;
    this.upstream = upstream;
    this.dialect = dialect;
    this.agent = agent;
  }
}
