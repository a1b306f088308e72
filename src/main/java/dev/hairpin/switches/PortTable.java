package dev.hairpin.switches;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * Finds a port's numbers by its name: ifIndex by IF-MIB ifName, or ifDescr where no ifName fits, or
 * a form of these that is longer or shorter where there is one alone; bridge port number by
 * BRIDGE-MIB dot1dBasePortIfIndex. What was found is remembered, and asked for again in one request
 * before each use: a number that moved must never set another port.
 */
final class PortTable {
  /** Names asked for in one request. */
  private static final int AT_ONCE = 25;

  private final SnmpLink link;
  private final Predicate<String> accepted;
  private final PortNaming naming;
  private final Map<String, Named> named = new HashMap<>();
  private final Map<Integer, Integer> bridgePorts = new HashMap<>();
  private Map<OID, Map<Integer, String>> lastWalk = Map.of();

  private record Named(OID column, int ifIndex, String text) {
    OID oid() {
      return Oids.at(column, ifIndex);
    }
  }

  /**
   * A table.
   *
   * @param accepted whether a name can be a port's on this system
   * @param naming how this system shortens names
   */
  PortTable(SnmpLink link, Predicate<String> accepted, PortNaming naming) {
    this.link = link;
    this.accepted = accepted;
    this.naming = naming;
  }

  /**
   * The port's ifIndex.
   *
   * @throws SwitchRefusedException when the switch has no port of that name, nor one alone that
   *     resembles it; names those it has
   */
  synchronized int ifIndex(String port) throws SwitchException {
    Named known = named.get(port);
    if (known != null && text(link.get(List.of(known.oid())).get(0)).equals(known.text())) {
      return known.ifIndex();
    }
    named.remove(port);
    Optional<Named> walked = walked(port);
    if (walked.isPresent()) {
      named.put(port, walked.get());
      return walked.get().ifIndex();
    }
    Map<OID, Map<Integer, String>> columns = columns();
    lastWalk = columns;
    // Names first; an alias is what somebody wrote there, and never names a port.
    for (Map.Entry<OID, Map<Integer, String>> column : columns.entrySet()) {
      List<Integer> found = where(column.getValue(), port::equals);
      if (found.size() == 1) {
        named.put(port, new Named(column.getKey(), found.get(0), port));
        return found.get(0);
      }
      if (found.size() > 1) {
        throw link.dialogue()
            .refused(
                "ifIndex of " + port,
                "several interfaces have this name: ifIndex " + found,
                "Give them names of their own on the switch, or use the port's other name.");
      }
    }
    return resembling(port, columns);
  }

  /** What the last walk found under this name, if the switch says that it still is so. */
  private Optional<Named> walked(String port) throws SwitchException {
    for (Map.Entry<OID, Map<Integer, String>> column : lastWalk.entrySet()) {
      List<Integer> found = where(column.getValue(), port::equals);
      if (found.size() == 1) {
        Named seen = new Named(column.getKey(), found.get(0), port);
        boolean still = text(link.get(List.of(seen.oid())).get(0)).equals(port);
        return still ? Optional.of(seen) : Optional.empty();
      }
      if (!found.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The one port whose name is a longer or shorter form of this. */
  private int resembling(String port, Map<OID, Map<Integer, String>> columns)
      throws SwitchException {
    TreeMap<Integer, Named> similar = new TreeMap<>();
    columns.forEach(
        (column, names) ->
            where(names, name -> resembles(name, port))
                .forEach(
                    each ->
                        similar.putIfAbsent(
                            each, new Named(column, each, String.valueOf(names.get(each))))));
    String request = "ifName and ifDescr of " + port;
    if (similar.size() == 1) {
      Named found = similar.firstEntry().getValue();
      link.dialogue().note(port + " is taken for " + found.text() + ", ifIndex " + found.ifIndex());
      named.put(port, found);
      return found.ifIndex();
    }
    if (similar.size() > 1) {
      throw link.dialogue()
          .refused(
              request,
              "several ports could be meant: "
                  + similar.values().stream().map(Named::text).collect(Collectors.joining(", ")),
              "Use the port's whole name.");
    }
    Set<String> all = new TreeSet<>();
    columns.values().forEach(each -> all.addAll(each.values()));
    if (all.isEmpty()) {
      throw link.notInView(request, "no rows");
    }
    throw link.dialogue()
        .refused(
            request,
            "no such port; there are " + all.stream().limit(40).collect(Collectors.joining(", ")),
            "Use the port's name as the switch gives it.");
  }

  private boolean resembles(String name, String port) {
    return naming.whole(name).equalsIgnoreCase(port)
        || accepted.test(name) && PortNames.similar(name, port);
  }

  /** Every name that ifName or ifDescr give. */
  synchronized List<String> names() throws SwitchException {
    return columns().values().stream().flatMap(each -> each.values().stream()).distinct().toList();
  }

  private Map<OID, Map<Integer, String>> columns() throws SwitchException {
    Map<OID, Map<Integer, String>> columns = new LinkedHashMap<>();
    for (OID column : List.of(Oids.IF_NAME, Oids.IF_DESCR)) {
      Map<Integer, String> names = new TreeMap<>();
      link.walk(column).forEach(row -> names.put(row.getOid().last(), text(row.getVariable())));
      columns.put(column, names);
    }
    return columns;
  }

  private static List<Integer> where(Map<Integer, String> names, Predicate<String> wanted) {
    return names.entrySet().stream()
        .filter(each -> wanted.test(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The bridge port number of an ifIndex.
   *
   * @throws SwitchRefusedException when the interface is no port of a bridge
   */
  synchronized int bridgePort(int ifIndex) throws SwitchException {
    Integer known = bridgePorts.get(ifIndex);
    if (known != null && ifIndexOf(known).filter(found -> found == ifIndex).isPresent()) {
      return known;
    }
    List<VariableBinding> rows = link.walk(Oids.BASE_PORT_IF_INDEX);
    bridgePorts.clear();
    rows.forEach(row -> bridgePorts.put(row.getVariable().toInt(), row.getOid().last()));
    Integer found = bridgePorts.get(ifIndex);
    if (found != null) {
      return found;
    }
    String request = "dot1dBasePortIfIndex of ifIndex " + ifIndex;
    if (rows.isEmpty()) {
      throw link.notInView(request, "no rows");
    }
    throw link.dialogue()
        .refused(request, "no such bridge port", "Make the interface a port of the bridge.");
  }

  /** The ifIndex of a bridge port number. */
  Optional<Integer> ifIndexOf(int bridgePort) throws SwitchException {
    Variable value = link.get(List.of(Oids.at(Oids.BASE_PORT_IF_INDEX, bridgePort))).get(0);
    return SnmpAnswer.isValue(value) ? Optional.of(value.toInt()) : Optional.empty();
  }

  /** The name of an ifIndex: ifName, or ifDescr where there is none. */
  String nameOf(int ifIndex) throws SwitchException {
    List<Variable> names =
        link.get(List.of(Oids.at(Oids.IF_NAME, ifIndex), Oids.at(Oids.IF_DESCR, ifIndex)));
    for (Variable name : names) {
      if (SnmpAnswer.isValue(name) && !text(name).isEmpty()) {
        return text(name);
      }
    }
    throw link.notInView("ifName and ifDescr of ifIndex " + ifIndex, names.get(0).toString());
  }

  /** The names of several, by ifIndex. */
  Map<Integer, String> namesOf(Collection<Integer> interfaces) throws SwitchException {
    List<Integer> all = List.copyOf(interfaces);
    Map<Integer, String> names = new TreeMap<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Integer> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      List<Variable> answers =
          link.get(some.stream().map(each -> Oids.at(Oids.IF_NAME, each)).toList());
      for (int index = 0; index < some.size(); index++) {
        Variable name = answers.get(index);
        boolean told = SnmpAnswer.isValue(name) && !text(name).isEmpty();
        names.put(some.get(index), told ? text(name) : nameOf(some.get(index)));
      }
    }
    return names;
  }

  private static String text(Variable value) {
    return SnmpText.of(value);
  }
}
