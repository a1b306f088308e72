package dev.hairpin.switches;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/** Reads one row of the interface tables, in one request. */
final class InterfaceTable {
  private static final List<String> STATES =
      List.of("up", "down", "testing", "unknown", "dormant", "notPresent", "lowerLayerDown");

  private static final List<OID> COLUMNS =
      List.of(
          Oids.IF_NAME,
          Oids.IF_DESCR,
          Oids.IF_ALIAS,
          Oids.IF_HIGH_SPEED,
          Oids.IF_SPEED,
          Oids.IF_MTU,
          Oids.IF_ADMIN_STATUS,
          Oids.IF_OPER_STATUS,
          Oids.IF_HC_IN_OCTETS,
          Oids.IF_IN_OCTETS,
          Oids.IF_HC_IN_UCAST,
          Oids.IF_IN_UCAST,
          Oids.IF_HC_IN_MULTICAST,
          Oids.IF_HC_IN_BROADCAST,
          Oids.IF_HC_OUT_OCTETS,
          Oids.IF_OUT_OCTETS,
          Oids.IF_HC_OUT_UCAST,
          Oids.IF_OUT_UCAST,
          Oids.IF_HC_OUT_MULTICAST,
          Oids.IF_HC_OUT_BROADCAST);

  private final SnmpLink link;

  InterfaceTable(SnmpLink link) {
    this.link = link;
  }

  PortFacts read(int ifIndex) throws SwitchException {
    Row row = new Row(link.get(COLUMNS.stream().map(column -> Oids.at(column, ifIndex)).toList()));
    long state =
        row.number(Oids.IF_OPER_STATUS)
            .orElseThrow(() -> link.notInView("ifOperStatus of ifIndex " + ifIndex, "no value"));
    OptionalLong mtu = row.number(Oids.IF_MTU);
    return new PortFacts(
        ifIndex,
        row.text(Oids.IF_NAME).or(() -> row.text(Oids.IF_DESCR)).orElse(""),
        row.text(Oids.IF_ALIAS),
        speed(row),
        mtu.isPresent() ? OptionalInt.of((int) mtu.getAsLong()) : OptionalInt.empty(),
        row.number(Oids.IF_ADMIN_STATUS).stream()
            .mapToObj(InterfaceTable::word)
            .findFirst()
            .orElse("unknown"),
        word(state),
        new PortCounters(
            row.either(Oids.IF_HC_IN_OCTETS, Oids.IF_IN_OCTETS).orElse(0),
            row.either(Oids.IF_HC_IN_UCAST, Oids.IF_IN_UCAST),
            row.number(Oids.IF_HC_IN_MULTICAST),
            row.number(Oids.IF_HC_IN_BROADCAST)),
        new PortCounters(
            row.either(Oids.IF_HC_OUT_OCTETS, Oids.IF_OUT_OCTETS).orElse(0),
            row.either(Oids.IF_HC_OUT_UCAST, Oids.IF_OUT_UCAST),
            row.number(Oids.IF_HC_OUT_MULTICAST),
            row.number(Oids.IF_HC_OUT_BROADCAST)));
  }

  /** ifHCOutUcastPkts of every interface, or ifOutUcastPkts where there is none, by ifIndex. */
  Map<Integer, Long> unicastOut() throws SwitchException {
    Map<Integer, Long> counters = new TreeMap<>();
    for (OID column : List.of(Oids.IF_OUT_UCAST, Oids.IF_HC_OUT_UCAST)) {
      link.walk(column)
          .forEach(row -> counters.put(row.getOid().last(), row.getVariable().toLong()));
    }
    return counters;
  }

  private static String word(long state) {
    return state >= 1 && state <= STATES.size()
        ? STATES.get((int) state - 1)
        : String.valueOf(state);
  }

  private static OptionalLong speed(Row row) {
    long megabits = row.number(Oids.IF_HIGH_SPEED).orElse(0);
    long bits = megabits > 0 ? megabits * 1_000_000 : row.number(Oids.IF_SPEED).orElse(0);
    return bits > 0 ? OptionalLong.of(bits) : OptionalLong.empty();
  }

  private record Row(List<Variable> values) {
    Optional<String> text(OID column) {
      Variable value = values.get(COLUMNS.indexOf(column));
      return Optional.of(value)
          .filter(SnmpAnswer::isValue)
          .map(SnmpText::of)
          .filter(text -> !text.isEmpty());
    }

    OptionalLong number(OID column) {
      Variable value = values.get(COLUMNS.indexOf(column));
      return SnmpAnswer.isValue(value) ? OptionalLong.of(value.toLong()) : OptionalLong.empty();
    }

    OptionalLong either(OID wide, OID narrow) {
      OptionalLong value = number(wide);
      return value.isPresent() ? value : number(narrow);
    }
  }
}
