package dev.hairpin.switches;

import dev.hairpin.wire.MacAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * A switch's forwarding database, asked for one MAC address at a time: BRIDGE-MIB's table, which
 * has no VLANs, and Q-BRIDGE-MIB's, which has one for each filtering database.
 */
final class BridgeTable {
  private static final List<String> STATUS = List.of("other", "invalid", "learned", "self", "mgmt");
  private static final int AT_ONCE = 20;
  private static final int MOST_DATABASES = 4096;
  // Nothing of an address comes behind ff-ff-ff-ff-ff-ff in its database.
  private static final MacAddress LAST = MacAddress.BROADCAST;

  private final SnmpLink link;
  private final PortTable ports;

  BridgeTable(SnmpLink link, PortTable ports) {
    this.link = link;
    this.ports = ports;
  }

  /** Where frames to this address go; the first place, when several VLANs have it. */
  Optional<LearnedMac> find(MacAddress mac) throws SwitchException {
    return findAll(mac).stream().findFirst();
  }

  /**
   * Every port that has this address, each once.
   *
   * @throws NotInViewException when neither table can be seen
   */
  List<LearnedMac> findAll(MacAddress mac) throws SwitchException {
    Map<Integer, String> found = new LinkedHashMap<>();
    OID port = Oids.at(Oids.FDB_PORT, mac);
    List<Variable> row = link.get(List.of(port, Oids.at(Oids.FDB_STATUS, mac)));
    note(found, row.get(0), row.get(1));
    // Also beside an answer: an address may be elsewhere in another VLAN's database.
    boolean visible = findInDatabases(mac, found);
    if (found.isEmpty() && !visible) {
      mustBeVisible(row.get(0));
    }
    List<LearnedMac> places = new ArrayList<>();
    for (Map.Entry<Integer, String> each : found.entrySet()) {
      int bridgePort = each.getKey();
      int ifIndex =
          ports
              .ifIndexOf(bridgePort)
              .orElseThrow(
                  () -> link.notInView("dot1dBasePortIfIndex of port " + bridgePort, "no row"));
      places.add(new LearnedMac(mac, ports.nameOf(ifIndex), bridgePort, ifIndex, each.getValue()));
    }
    return List.copyOf(places);
  }

  /** Looks into Q-BRIDGE-MIB; whether there is such a table. */
  private boolean findInDatabases(MacAddress mac, Map<Integer, String> found)
      throws SwitchException {
    List<Integer> databases =
        link.walk(Oids.Q_FDB_COUNT).stream().map(row -> row.getOid().last()).toList();
    if (databases.isEmpty()) {
      databases = databasesWithEntries();
    }
    for (int from = 0; from < databases.size(); from += AT_ONCE) {
      List<OID> asked = new ArrayList<>();
      for (int each : databases.subList(from, Math.min(from + AT_ONCE, databases.size()))) {
        asked.add(Oids.at(Oids.at(Oids.Q_FDB_PORT, each), mac));
        asked.add(Oids.at(Oids.at(Oids.Q_FDB_STATUS, each), mac));
      }
      List<Variable> answers = link.get(asked);
      for (int index = 0; index < answers.size(); index += 2) {
        note(found, answers.get(index), answers.get(index + 1));
      }
    }
    return !databases.isEmpty();
  }

  /**
   * For agents without a list of the databases: from one's last address to the next one's first.
   */
  private List<Integer> databasesWithEntries() throws SwitchException {
    List<Integer> databases = new ArrayList<>();
    OID root = Oids.Q_FDB_PORT;
    List<VariableBinding> first = link.walk(root, row -> true);
    while (!first.isEmpty() && databases.size() < MOST_DATABASES) {
      int database = first.get(0).getOid().get(root.size());
      databases.add(database);
      first = link.after(root, Oids.at(Oids.at(root, database), LAST));
    }
    return databases;
  }

  private static void note(Map<Integer, String> found, Variable port, Variable status) {
    // RFC 4188: 0 is known, but not learned on any port.
    if (SnmpAnswer.isValue(port) && port.toInt() != 0) {
      found.putIfAbsent(
          port.toInt(), SnmpAnswer.isValue(status) ? status(status.toInt()) : "other");
    }
  }

  /** No such row is an answer only when the user can see the table at all. */
  private void mustBeVisible(Variable missing) throws SwitchException {
    if (SnmpAnswer.isValue(missing) || missing.equals(Null.noSuchInstance)) {
      return;
    }
    if (link.walk(Oids.FDB_PORT, row -> true).isEmpty()) {
      throw link.notInView("dot1dTpFdbPort and dot1qTpFdbPort", missing.toString());
    }
  }

  private static String status(int value) {
    return value >= 1 && value <= STATUS.size() ? STATUS.get(value - 1) : String.valueOf(value);
  }
}
