package dev.hairpin.switches;

import dev.hairpin.yaml.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** OIDs in a profile (RFC 2578, 3.5: at most 128 numbers, each at most 4294967295). */
final class ObjectIds {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");
  private static final long LARGEST = 4_294_967_295L;
  private static final int MOST = 128;

  private ObjectIds() {}

  /** A whole OID in numbers. */
  static Optional<String> plain(Value value) {
    return value.text().filter(each -> isValid(value, each, each));
  }

  /** The beginning of an OID; may end in a dot. */
  static Optional<String> prefix(Value value) {
    return value
        .text()
        .filter(
            each -> {
              boolean dot = each.endsWith(".");
              return isValid(value, each, dot ? each.substring(0, each.length() - 1) : each);
            });
  }

  /** An OID in which ifIndex, bridge port number or a part of the port's name may stand. */
  static Optional<String> withPort(Value value, Placeholders placeholders) {
    List<String> allowed = List.of(Placeholders.IF_INDEX, Placeholders.PORT_INDEX);
    Optional<String> text = value.text().flatMap(each -> placeholders.filled(value, each, allowed));
    return text.filter(
        each -> isValid(value, each, Placeholders.FORM.matcher(each).replaceAll("1")));
  }

  private static boolean isValid(Value value, String text, String numbers) {
    String[] all = numbers.split("\\.", -1);
    String wrong = "";
    if (numbers.startsWith(".")) {
      wrong = "leave the leading dot out";
    } else if (all.length < 2 || all.length > MOST) {
      wrong = "it must be 2 to " + MOST + " numbers with dots between them";
    } else {
      for (String each : all) {
        if (!NUMBER.matcher(each).matches() || Long.parseLong(each) > LARGEST) {
          wrong = "it must be an OID in numbers, such as 1.3.6.1.2.1.1.2.0";
        }
      }
      if (wrong.isEmpty() && Long.parseLong(all[0]) > 2) {
        wrong = "an OID begins with 0, 1 or 2";
      }
    }
    if (!wrong.isEmpty()) {
      value.refuse(text, wrong);
    }
    return wrong.isEmpty();
  }
}
