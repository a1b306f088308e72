package dev.hairpin.dialect;

import java.util.Arrays;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Variable;

/** An object that is set to one of a MIB's enumerated integers; whatever else is refused. */
final class Enumerated {
  private Enumerated() {}

  /** The error status (RFC 3416, 4.2.5) of a value; 0 when it is one of these. */
  static int status(Variable value, int... known) {
    if (!(value instanceof Integer32 number)) {
      return SnmpConstants.SNMP_ERROR_WRONG_TYPE;
    }
    return Arrays.stream(known).anyMatch(each -> each == number.getValue())
        ? SnmpConstants.SNMP_ERROR_SUCCESS
        : SnmpConstants.SNMP_ERROR_WRONG_VALUE;
  }
}
