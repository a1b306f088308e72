package dev.hairpin.switches;

import java.nio.charset.StandardCharsets;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** An SNMP value as a person writes it. */
final class SnmpText {
  private SnmpText() {}

  /** Numbers in digits; strings as they are, without a trailing zero octet that some agents add. */
  static String of(Variable value) {
    if (value instanceof OctetString string) {
      String text = new String(string.getValue(), StandardCharsets.UTF_8);
      return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }
    return value.toString();
  }

  /** Whether the value is the one that a profile names: as text, or as hex octets. */
  static boolean says(Variable value, String wanted) {
    if (of(value).equals(wanted)) {
      return true;
    }
    return value instanceof OctetString string
        && wanted.matches("(?i)[0-9a-f]{2}([: ]?[0-9a-f]{2})*")
        && string.equals(hex(wanted));
  }

  static OctetString hex(String digits) {
    String bare = digits.replaceAll("[: ]", "");
    return OctetString.fromHexString(bare.replaceAll("..(?=.)", "$0:"), ':');
  }
}
