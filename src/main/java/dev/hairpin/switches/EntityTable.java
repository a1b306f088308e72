package dev.hairpin.switches;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** The chassis in ENTITY-MIB (RFC 6933), and the version that a sysDescr speaks of. */
final class EntityTable {
  private static final int CHASSIS = 3;
  private static final Pattern SAID_VERSION =
      Pattern.compile("(?i)\\bversion:?\\s+v?([0-9][^\\s,;]*)");
  private static final Pattern VERSION_LIKE =
      Pattern.compile("(?<![\\w.])v?([0-9]+\\.[0-9]+[\\w.()-]*)");

  private final SnmpLink link;

  EntityTable(SnmpLink link) {
    this.link = link;
  }

  Hardware read(Optional<String> description) throws SwitchException {
    Hardware said =
        new Hardware(Optional.empty(), description.flatMap(EntityTable::version), Optional.empty());
    List<VariableBinding> classes =
        link.walk(Oids.ENT_CLASS, row -> row.getVariable().toInt() == CHASSIS);
    if (classes.isEmpty()) {
      return said;
    }
    VariableBinding last = classes.get(classes.size() - 1);
    if (last.getVariable().toInt() != CHASSIS) {
      return said;
    }
    int index = last.getOid().last();
    List<Variable> row =
        link.get(
            List.of(
                Oids.at(Oids.ENT_MODEL, index),
                Oids.at(Oids.ENT_SOFTWARE, index),
                Oids.at(Oids.ENT_SERIAL, index),
                Oids.at(Oids.ENT_DESCR, index)));
    Optional<String> software = text(row.get(1));
    if (software.isEmpty() && said.version().isEmpty()) {
      // Where the chassis has none, the module that runs the software has.
      software = first(Oids.ENT_SOFTWARE);
    }
    return new Hardware(
        text(row.get(0)).or(() -> text(row.get(3))), software.or(said::version), text(row.get(2)));
  }

  /** The version in a sysDescr: behind that word, or else the first that looks like one. */
  static Optional<String> version(String description) {
    for (Pattern each : List.of(SAID_VERSION, VERSION_LIKE)) {
      Matcher found = each.matcher(description);
      if (found.find()) {
        return Optional.of(found.group(1));
      }
    }
    return Optional.empty();
  }

  private Optional<String> first(OID column) throws SwitchException {
    return link.walk(column, row -> text(row.getVariable()).isPresent()).stream()
        .flatMap(row -> text(row.getVariable()).stream())
        .findFirst();
  }

  private static Optional<String> text(Variable value) {
    return Optional.of(value)
        .filter(SnmpAnswer::isValue)
        .map(each -> SnmpText.of(each).strip())
        .filter(each -> !each.isEmpty());
  }
}
