package dev.hairpin.switches;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Which interfaces lie on which: link aggregates on their members, units on their ports. */
final class StackTable {
  private final SnmpLink link;

  StackTable(SnmpLink link) {
    this.link = link;
  }

  /** Whether anything is said to lie on or under one of the two. */
  boolean tells(int one, int other) throws SwitchException {
    Map<Integer, Set<Integer>> above = above();
    above.remove(0);
    above.values().forEach(each -> each.remove(0));
    return above.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .anyMatch(
            each ->
                List.of(one, other).contains(each.getKey())
                    || each.getValue().contains(one)
                    || each.getValue().contains(other));
  }

  /** What lies on each interface. */
  private Map<Integer, Set<Integer>> above() throws SwitchException {
    Map<Integer, Set<Integer>> above = new HashMap<>();
    for (VariableBinding row : link.walk(Oids.IF_STACK_STATUS)) {
      OID oid = row.getOid();
      if (oid.size() == Oids.IF_STACK_STATUS.size() + 2) {
        above.computeIfAbsent(oid.last(), key -> new HashSet<>()).add(oid.get(oid.size() - 2));
      }
    }
    return above;
  }

  /**
   * Whether a port carries an interface, directly or through others: by the aggregator it is
   * attached to (IEEE8023-LAG-MIB), or by IF-MIB ifStackTable.
   */
  boolean carries(int port, int interfaceAbove) throws SwitchException {
    Variable aggregate = link.get(List.of(Oids.at(Oids.AGG_PORT_ATTACHED, port))).get(0);
    if (SnmpAnswer.isValue(aggregate) && aggregate.toInt() == interfaceAbove) {
      return true;
    }
    Map<Integer, Set<Integer>> above = above();
    Deque<Integer> open = new ArrayDeque<>(List.of(port));
    Set<Integer> seen = new HashSet<>(open);
    // Row 0 stands for 'nothing above' and 'nothing below'.
    seen.add(0);
    while (!open.isEmpty()) {
      for (int each : above.getOrDefault(open.remove(), Set.of())) {
        if (each == interfaceAbove) {
          return true;
        }
        if (seen.add(each)) {
          open.add(each);
        }
      }
    }
    return false;
  }
}
