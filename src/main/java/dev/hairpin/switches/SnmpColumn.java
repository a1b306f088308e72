package dev.hairpin.switches;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * An OID with a port's number in it, as a whole column: one row for each port.
 *
 * @param root what stands before the number
 * @param rest what stands after it; empty where the number is the last
 * @param bridgePort whether the number is a bridge port's, else it is an ifIndex
 */
record SnmpColumn(String root, String rest, boolean bridgePort) {
  /** The column; nothing when the OID has parts of a port's name in it, or two numbers. */
  static Optional<SnmpColumn> of(String template) {
    boolean bridgePort = template.contains(Placeholders.PORT_INDEX);
    String word = bridgePort ? Placeholders.PORT_INDEX : Placeholders.IF_INDEX;
    int at = template.indexOf("." + word);
    if (at < 0) {
      return Optional.empty();
    }
    String root = template.substring(0, at);
    String rest = template.substring(at + 1 + word.length());
    boolean one = !Placeholders.FORM.matcher(root + rest).find();
    return one ? Optional.of(new SnmpColumn(root, rest, bridgePort)) : Optional.empty();
  }

  /** The port's number in a row of this column. */
  OptionalInt index(OID row) {
    OID begin = new OID(root);
    if (!row.startsWith(begin) || row.size() <= begin.size()) {
      return OptionalInt.empty();
    }
    int index = row.get(begin.size());
    return row.equals(new OID(root + "." + (index & 0xFFFFFFFFL) + rest))
        ? OptionalInt.of(index)
        : OptionalInt.empty();
  }

  /** The ports' names by these numbers. */
  Map<Integer, String> names(SnmpLink link) throws SwitchException {
    Map<Integer, String> byIfIndex = new HashMap<>();
    for (OID column : java.util.List.of(Oids.IF_NAME, Oids.IF_DESCR)) {
      for (VariableBinding row : link.walk(column)) {
        String name = SnmpText.of(row.getVariable());
        if (!name.isEmpty()) {
          byIfIndex.putIfAbsent(row.getOid().last(), name);
        }
      }
    }
    if (!bridgePort) {
      return byIfIndex;
    }
    Map<Integer, String> byPort = new HashMap<>();
    for (VariableBinding row : link.walk(Oids.BASE_PORT_IF_INDEX)) {
      String name = byIfIndex.get(row.getVariable().toInt());
      if (name != null) {
        byPort.put(row.getOid().last(), name);
      }
    }
    return byPort;
  }
}
