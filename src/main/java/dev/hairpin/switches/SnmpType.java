package dev.hairpin.switches;

import dev.hairpin.yaml.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types a SET can have in a profile, and what their values look like. */
enum SnmpType {
  /** INTEGER, Integer32. */
  INTEGER,
  /** Unsigned32, Gauge32. */
  UNSIGNED,
  /** OCTET STRING as text. */
  STRING,
  /** OCTET STRING in hexadecimal. */
  HEX_STRING,
  /** OBJECT IDENTIFIER. */
  OID;

  static final Map<String, SnmpType> BY_NAME = byName();

  private static final long LARGEST_UNSIGNED = 4_294_967_295L;
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{2}([: ]?[0-9A-Fa-f]{2})*");

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Optional<String> check(Value value) {
    return switch (this) {
      case INTEGER ->
          value.integer(Integer.MIN_VALUE, Integer.MAX_VALUE).map(each -> Integer.toString(each));
      case UNSIGNED -> unsigned(value);
      case STRING ->
          value.text().filter(each -> Placeholders.in(value, each, List.of()).isPresent());
      case HEX_STRING -> value.text(HEX, "pairs of hexadecimal digits, such as 0A:FF");
      case OID -> ObjectIds.plain(value);
    };
  }

  private static Optional<String> unsigned(Value value) {
    Optional<String> text = value.text();
    boolean valid =
        text.filter(each -> NUMBER.matcher(each).matches())
            .filter(each -> Long.parseLong(each) <= LARGEST_UNSIGNED)
            .isPresent();
    if (text.isPresent() && !valid) {
      value.refuse(text.get(), "it must be a whole number, 0 to " + LARGEST_UNSIGNED);
    }
    return valid ? text : Optional.empty();
  }

  private static Map<String, SnmpType> byName() {
    Map<String, SnmpType> names = new LinkedHashMap<>();
    for (SnmpType each : values()) {
      names.put(each.id(), each);
    }
    return names;
  }
}
