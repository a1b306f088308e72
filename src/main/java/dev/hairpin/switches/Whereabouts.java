package dev.hairpin.switches;

import dev.hairpin.switches.LearnedAt.Relation;
import dev.hairpin.wire.MacAddress;
import java.util.ArrayList;
import java.util.List;

/** Holds the ports that a forwarding table gives against the one that is expected. */
final class Whereabouts {
  private Whereabouts() {}

  /** By ifIndex: names differ in form, numbers don't. */
  static List<LearnedAt> bySnmp(SnmpBeside snmp, Profile profile, MacAddress mac, String port)
      throws SwitchException {
    List<LearnedMac> found = snmp.bridge().findAll(mac);
    List<LearnedAt> places = new ArrayList<>();
    for (LearnedMac each : found) {
      boolean byHand = each.status().equals("mgmt");
      // The switch's own addresses are not learned from a cable.
      if (!byHand && !each.status().equals("learned") && !each.status().equals("other")) {
        continue;
      }
      int expected = snmp.ports().ifIndex(port);
      Relation relation = Relation.OTHER;
      if (each.ifIndex() == expected) {
        relation = Relation.SAME;
      } else if (PortNames.unitOf(each.port(), port)
          || snmp.stack().carries(expected, each.ifIndex())
          || snmp.stack().carries(each.ifIndex(), expected)) {
        relation = Relation.MEMBER;
      } else if (profile.naming().mayBundle(each.port(), port)
          && !snmp.stack().tells(each.ifIndex(), expected)) {
        relation = Relation.PERHAPS_MEMBER;
      }
      places.add(new LearnedAt(each.port(), relation, byHand));
    }
    return List.copyOf(places);
  }

  /** By name, which tables shorten. */
  static List<LearnedAt> byCommand(
      CliRelay relay, ForwardingCommand command, Profile profile, MacAddress mac, String port)
      throws SwitchException {
    return command.ports(relay.ask(command.of(mac)).lines(), mac).stream()
        .map(each -> new LearnedAt(each, relation(each, port, profile), false))
        .toList();
  }

  static Relation relation(String found, String port, Profile profile) {
    String whole = profile.naming().whole(found);
    boolean abbreviated = !whole.equals(found);
    if (whole.equalsIgnoreCase(port) || !abbreviated && PortNames.similar(found, port)) {
      return Relation.SAME;
    }
    if (PortNames.unitOf(whole, port)) {
      return Relation.MEMBER;
    }
    if (profile.naming().mayBundle(whole, port)) {
      return Relation.PERHAPS_MEMBER;
    }
    return abbreviated || profile.acceptsPort(found) || !PortNames.sameNumbers(found, port)
        ? Relation.OTHER
        : Relation.UNCLEAR;
  }
}
