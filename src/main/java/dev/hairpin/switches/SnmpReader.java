package dev.hairpin.switches;

import dev.hairpin.switches.Profile.RelaySnmp;
import dev.hairpin.switches.Profile.SnmpSet;
import dev.hairpin.switches.Profile.SnmpShow;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the SNMP part of a profile. */
final class SnmpReader {
  private static final List<String> INDEXES =
      List.of(Placeholders.IF_INDEX, Placeholders.PORT_INDEX);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final Placeholders placeholders;

  SnmpReader(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  /**
   * @param refused whether the profile says that nothing can be set
   */
  Optional<RelaySnmp> relay(Value value, boolean refused) {
    return value
        .fields("enable", "disable", "show", "save", "reason")
        .map(fields -> relay(fields, refused));
  }

  /** What is wrong with a key that sets something beside a {@code refused}. */
  static String settingIsRefused(String key) {
    return "'" + key + "' can't stand beside 'refused'; take one of the two out";
  }

  private RelaySnmp relay(Fields fields, boolean refused) {
    if (refused) {
      for (String each : List.of("enable", "disable")) {
        fields.find(each).ifPresent(value -> value.faultUnseen(settingIsRefused(each)));
      }
    }
    Optional<SnmpShow> show =
        fields
            .need("show", "the object that reads the state back, and its value when on")
            .flatMap(each -> each.fields("oid", "enabled", "disabled"))
            .map(this::show);
    return new RelaySnmp(
        refused ? List.of() : sets(fields, "enable", "what is SET to turn reflective relay on"),
        refused ? List.of() : sets(fields, "disable", "what is SET to turn it off"),
        show.orElse(new SnmpShow("", "")),
        fields.find("save").map(each -> sets(each.items())).orElse(List.of()),
        fields.find("reason").flatMap(this::oid));
  }

  private SnmpShow show(Fields fields) {
    Optional<Value> oid = fields.need("oid", "the object to read");
    Optional<String> text = oid.flatMap(this::oid);
    if (text.isPresent() && !placeholders.namesPort(text.get(), INDEXES)) {
      oid.orElseThrow().fault("this OID names no port; put {if-index} or {port-index} into it");
    }
    Optional<String> enabled =
        fields.need("enabled", "the object's value when on, such as 1").flatMap(Value::text);
    Optional<Value> disabledValue = fields.find("disabled");
    Optional<String> disabled = disabledValue.flatMap(Value::text);
    if (disabled.isPresent() && disabled.equals(enabled)) {
      disabledValue
          .orElseThrow()
          .refuse(disabled.get(), "'enabled' is the same; give the two values");
    }
    return new SnmpShow(text.orElse(""), enabled.orElse(""), disabled);
  }

  private List<SnmpSet> sets(Fields fields, String key, String meaning) {
    Optional<Value> value = fields.need(key, meaning);
    List<Value> items = value.map(Value::someItems).orElse(List.of());
    List<SnmpSet> sets = sets(items);
    boolean whole = !items.isEmpty() && sets.size() == items.size();
    if (whole && sets.stream().noneMatch(each -> placeholders.namesPort(each.oid(), INDEXES))) {
      value
          .orElseThrow()
          .fault("'" + key + "' names no port; put {if-index} or {port-index} into an OID");
    }
    return sets;
  }

  private List<SnmpSet> sets(List<Value> items) {
    List<SnmpSet> sets = new ArrayList<>();
    for (Value each : items) {
      each.fields("oid", "type", "value", "until").flatMap(this::set).ifPresent(sets::add);
    }
    return List.copyOf(sets);
  }

  private Optional<SnmpSet> set(Fields fields) {
    Optional<String> oid = fields.need("oid", "the object to set").flatMap(this::oid);
    Optional<SnmpType> type =
        fields
            .need("type", "integer, unsigned, string, hex-string or oid")
            .flatMap(each -> each.oneOf(SnmpType.BY_NAME));
    Optional<Value> value = fields.need("value", "what the object is set to");
    Optional<String> text =
        value.flatMap(each -> type.map(known -> known.check(each)).orElseGet(each::text));
    Optional<SnmpResult> until =
        fields
            .find("until")
            .flatMap(each -> each.fields("oid", "value", "failed", "within"))
            .map(this::result);
    if (oid.isEmpty() || type.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new SnmpSet(oid.get(), type.get().id(), text.get(), until));
  }

  private SnmpResult result(Fields fields) {
    Optional<String> oid = fields.need("oid", "the object to poll").flatMap(this::oid);
    List<String> done =
        fields.need("value", "its value when all is done").map(SnmpReader::texts).orElse(List.of());
    List<String> failed = new ArrayList<>();
    for (Value each : fields.find("failed").map(Value::items).orElse(List.of())) {
      Optional<String> text = each.text();
      text.filter(done::contains)
          .ifPresent(
              same -> each.refuse(same, "'value' is the same; it can't mean both done and failed"));
      text.ifPresent(failed::add);
    }
    Optional<Duration> within =
        fields
            .need("within", "how long it may take, such as 30s")
            .flatMap(each -> each.duration(SHORTEST_WAIT, LONGEST_WAIT));
    return new SnmpResult(oid.orElse(""), done, List.copyOf(failed), within.orElse(SHORTEST_WAIT));
  }

  private static List<String> texts(Value value) {
    List<Value> all = value.isList() ? value.someItems() : List.of(value);
    return all.stream().flatMap(each -> each.text().stream()).toList();
  }

  private Optional<String> oid(Value value) {
    return ObjectIds.withPort(value, placeholders);
  }
}
