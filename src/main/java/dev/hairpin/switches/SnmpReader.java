package dev.hairpin.switches;

import dev.hairpin.switches.Profile.RelaySnmp;
import dev.hairpin.switches.Profile.SnmpSet;
import dev.hairpin.switches.Profile.SnmpShow;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the SNMP part of a profile. */
final class SnmpReader {
  private SnmpReader() {}

  static Optional<RelaySnmp> relay(Value value) {
    return value.fields("enable", "disable", "show").map(SnmpReader::relay);
  }

  private static RelaySnmp relay(Fields fields) {
    Optional<SnmpShow> show =
        fields
            .need("show", "the object that reads the state back, and its value when on")
            .flatMap(each -> each.fields("oid", "enabled"))
            .map(SnmpReader::show);
    return new RelaySnmp(
        sets(fields, "enable", "what is SET to turn reflective relay on"),
        sets(fields, "disable", "what is SET to turn it off"),
        show.orElse(new SnmpShow("", "")));
  }

  private static SnmpShow show(Fields fields) {
    Optional<Value> oid = fields.need("oid", "the object to read");
    Optional<String> text = oid.flatMap(ObjectIds::withPort);
    if (text.isPresent() && !namesPort(text.get())) {
      oid.orElseThrow().fault("this OID names no port; put {if-index} or {port-index} into it");
    }
    Optional<String> enabled =
        fields.need("enabled", "the object's value when on, such as 1").flatMap(Value::text);
    return new SnmpShow(text.orElse(""), enabled.orElse(""));
  }

  private static List<SnmpSet> sets(Fields fields, String key, String meaning) {
    Optional<Value> value = fields.need(key, meaning);
    List<Value> items = value.map(Value::someItems).orElse(List.of());
    List<SnmpSet> sets = new ArrayList<>();
    for (Value each : items) {
      each.fields("oid", "type", "value").flatMap(SnmpReader::set).ifPresent(sets::add);
    }
    boolean whole = !items.isEmpty() && sets.size() == items.size();
    if (whole && sets.stream().noneMatch(each -> namesPort(each.oid()))) {
      value
          .orElseThrow()
          .fault("'" + key + "' names no port; put {if-index} or {port-index} into an OID");
    }
    return List.copyOf(sets);
  }

  private static Optional<SnmpSet> set(Fields fields) {
    Optional<String> oid = fields.need("oid", "the object to set").flatMap(ObjectIds::withPort);
    Optional<SnmpType> type =
        fields
            .need("type", "integer, unsigned, string, hex-string or oid")
            .flatMap(each -> each.oneOf(SnmpType.BY_NAME));
    Optional<Value> value = fields.need("value", "what the object is set to");
    Optional<String> text =
        value.flatMap(each -> type.map(known -> known.check(each)).orElseGet(each::text));
    if (oid.isEmpty() || type.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new SnmpSet(oid.get(), type.get().id(), text.get()));
  }

  private static boolean namesPort(String oid) {
    return oid.contains(Placeholders.IF_INDEX) || oid.contains(Placeholders.PORT_INDEX);
  }
}
