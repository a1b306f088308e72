package dev.hairpin.lab;

import dev.hairpin.switches.LearnedAt;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.wire.MacAddress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a lab file should say of a port that is bundled with others: reflective relay is a property
 * of the bridge's port (IEEE 802.1AX: the aggregate), and forwarding tables name that one.
 */
final class Bundles {
  private Bundles() {}

  /** The switch tells that they are one bundle. */
  static String told(Lab.Uplink uplink, MacAddress mac, String ports) {
    return "uplink %s: switch %s has learned %s on %s, which is one bundle with port %s. Where setting %s is refused or changes nothing, give the lab file the aggregate as this uplink's port"
        .formatted(uplink.name(), uplink.switchName(), mac, ports, uplink.port(), uplink.port());
  }

  /** One of the two is an aggregate, and the switch doesn't tell of what. */
  static UndecidedException untold(
      Lab.Uplink uplink, SwitchSession session, MacAddress mac, List<LearnedAt> places) {
    String ports = places.stream().map(LearnedAt::port).collect(Collectors.joining(" and "));
    String port = session.wholeName(places.get(0).port());
    String next =
        session.isAggregate(uplink.port())
            ? "see that %s is bundled in %s and the bundle is up; if it is not bundled, write 'port: \"%s\"' for uplink %s in the lab file"
                .formatted(port, uplink.port(), port, uplink.name())
            : "if %s is a member of %s, write 'port: \"%s\"' for uplink %s in the lab file, for the aggregate is what reflects; if not, plug the cable of %s into port %s"
                .formatted(uplink.port(), port, port, uplink.name(), uplink.nic(), uplink.port());
    return new UndecidedException(
        "NIC %s (%s): switch %s has learned its address on port %s, and the lab file says port %s; one of the two is a link aggregate, and the switch doesn't tell of which ports. Nothing was changed on any port. Next: %s"
            .formatted(uplink.nic(), mac, uplink.switchName(), ports, uplink.port(), next));
  }
}
