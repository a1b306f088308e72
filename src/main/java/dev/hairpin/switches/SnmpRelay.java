package dev.hairpin.switches;

import java.util.ArrayList;
import java.util.List;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Reflective relay by the profile's objects. */
final class SnmpRelay implements RelayControl {
  private final Profile.RelaySnmp objects;
  private final SnmpLink link;
  private final PortTable ports;

  SnmpRelay(Profile.RelaySnmp objects, SnmpLink link, PortTable ports) {
    this.objects = objects;
    this.link = link;
    this.ports = ports;
  }

  @Override
  public synchronized RelayState show(String port) throws SwitchException {
    Variable value = link.get(filled(objects.show().oid(), port));
    return SnmpText.says(value, objects.show().enabled()) ? RelayState.ON : RelayState.OFF;
  }

  @Override
  public synchronized Readback set(String port, RelayState wanted) throws SwitchException {
    List<Profile.SnmpSet> sets = wanted == RelayState.ON ? objects.enable() : objects.disable();
    List<VariableBinding> requests = new ArrayList<>();
    for (Profile.SnmpSet set : sets) {
      requests.add(new VariableBinding(filled(set.oid(), port), value(set)));
    }
    long sent = System.nanoTime();
    for (VariableBinding request : requests) {
      link.set(request.getOid(), request.getVariable());
    }
    long answered = System.nanoTime();
    return new Readback(port, wanted, show(port), sent, answered, System.nanoTime());
  }

  @Override
  public void save(String port) throws SwitchException {
    throw link.dialogue()
        .notConfigured(
            "a profile has no way to save over SNMP",
            "Use control: ssh, or save on the switch by hand.");
  }

  @Override
  public void close() {
    link.close();
  }

  private OID filled(String template, String port) throws SwitchException {
    String text = template;
    if (text.contains("{if-index}") || text.contains("{port-index}")) {
      int ifIndex = ports.ifIndex(port);
      text = text.replace("{if-index}", String.valueOf(ifIndex));
      if (text.contains("{port-index}")) {
        text = text.replace("{port-index}", String.valueOf(ports.bridgePort(ifIndex)));
      }
    }
    try {
      return new OID(text);
    } catch (RuntimeException fault) {
      throw notRight("oid", template, fault);
    }
  }

  private Variable value(Profile.SnmpSet set) throws NotConfiguredException {
    try {
      return switch (set.type()) {
        case "integer" -> new Integer32(Integer.parseInt(set.value()));
        case "unsigned" -> new UnsignedInteger32(Long.parseLong(set.value()));
        case "string" -> new OctetString(set.value());
        case "hex-string" -> SnmpText.hex(set.value());
        case "oid" -> new OID(set.value());
        default -> throw new IllegalArgumentException("no such type: " + set.type());
      };
    } catch (RuntimeException fault) {
      throw notRight(set.type(), set.value(), fault);
    }
  }

  private NotConfiguredException notRight(String type, String text, RuntimeException fault) {
    return new NotConfiguredException(
        link.dialogue()
            .message(
                "the profile's '" + text + "' is no " + type + ": " + Cause.of(fault),
                "Mend reflective-relay.snmp in the profile (hairpin profile check FILE)."),
        fault);
  }
}
