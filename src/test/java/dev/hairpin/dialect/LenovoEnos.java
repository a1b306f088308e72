package dev.hairpin.dialect;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/**
 * IBM and Lenovo RackSwitch G8264, ENOS. Two configuration blocks, as GbTOR-*.mib tell: what is set
 * in the new one has no effect until agApplyConfiguration puts it in force, and agRevert takes it
 * back; the current one can only be read. saveActive moves what was saved to the backup block,
 * notSaveActive leaves that alone. agLastSetErrorReason says why a SET failed. That ports are
 * numbered from 1 and their ifIndex lies 128 above is what OpenStack's networking-lenovo and
 * SNMP::Info make of such agents; the ports' names, and which error status a failed apply has, are
 * this file's own: no public text has them.
 */
public final class LenovoEnos extends AgentDialect {
  private static final OID SYSTEM = new OID("1.3.6.1.4.1.26543.2.7.6.1.1.1");
  private static final OID PORTS = new OID("1.3.6.1.4.1.26543.2.7.6.1.1.2");
  private static final int ENABLED = 1;
  private static final int DISABLED = 0;
  private static final int OTHER = 1;
  private static final int DO_IT = 2;
  private static final int SAVE_ACTIVE = 2;

  private String lastError = "";

  public LenovoEnos(Device device) {
    super(device);
    device.saved = device.configuration();
  }

  @Override
  String sysDescr() {
    return "IBM Networking Operating System RackSwitch G8264";
  }

  @Override
  OID sysObjectId() {
    return new OID("1.3.6.1.4.1.26543.1.7.6");
  }

  @Override
  int number(Device.Port port) {
    return Integer.parseInt(port.name);
  }

  @Override
  int ifIndex(Device.Port port) {
    return 128 + number(port);
  }

  @Override
  boolean learnsByVlan() {
    return false;
  }

  @Override
  List<LiveObjects> vendors() {
    return List.of(new General(), new Ports());
  }

  private static boolean relayOfNew(Device.Port port) {
    return Boolean.parseBoolean(
        port.settings.getOrDefault("new reflect relay", String.valueOf(port.relay)));
  }

  private void apply() {
    for (Device.Port port : device.ports()) {
      if (relayOfNew(port) != port.relay) {
        device.apply(port, relayOfNew(port));
      }
    }
    revert();
  }

  private void revert() {
    device.ports().forEach(each -> each.settings.remove("new reflect relay"));
  }

  /** agSystem. */
  private final class General extends LiveObjects {
    private static final int APPLY = 2;
    private static final int SAVE_PENDING = 3;
    private static final int SAVE = 4;
    private static final int REVERT = 5;
    private static final int LAST_ERROR = 16;

    General() {
      super(SYSTEM);
    }

    private static OID at(int object) {
      return new OID(SYSTEM).append(object).append(0);
    }

    @Override
    SortedMap<OID, Variable> objects() {
      boolean unsaved = !device.saved.equals(device.configuration());
      SortedMap<OID, Variable> all = new TreeMap<>();
      all.put(at(APPLY), new Integer32(OTHER));
      all.put(at(SAVE_PENDING), new Integer32(unsaved ? 1 : 2));
      all.put(at(SAVE), new Integer32(1));
      all.put(at(REVERT), new Integer32(OTHER));
      all.put(at(LAST_ERROR), new OctetString(lastError));
      return all;
    }

    @Override
    int may(OID oid, Variable value) {
      if (oid.equals(at(APPLY)) || oid.equals(at(REVERT))) {
        return Enumerated.status(value, OTHER, DO_IT);
      }
      return oid.equals(at(SAVE)) ? Enumerated.status(value, 1, 2, 3) : super.may(oid, value);
    }

    @Override
    int set(OID oid, Variable value) {
      if (oid.equals(at(APPLY)) && value.toInt() == DO_IT) {
        if (device.fault == Fault.COMMIT_FAILS) {
          lastError = "Error: apply failed";
          return SnmpConstants.SNMP_ERROR_COMMIT_FAILED;
        }
        apply();
      } else if (oid.equals(at(REVERT)) && value.toInt() == DO_IT) {
        revert();
      } else if (oid.equals(at(SAVE)) && value.toInt() != OTHER) {
        device.backup = value.toInt() == SAVE_ACTIVE ? device.saved : device.backup;
        device.saved = device.configuration();
      }
      return SnmpConstants.SNMP_ERROR_SUCCESS;
    }
  }

  /** agPortConfig: agPortCurCfgTable and agPortNewCfgTable. */
  private final class Ports extends LiveObjects {
    private static final int CURRENT = 2;
    private static final int NEW = 3;
    private static final int REFLECT_RELAY = 59;

    Ports() {
      super(PORTS);
    }

    private OID at(int table, Device.Port port) {
      return new OID(PORTS).append(table).append(1).append(REFLECT_RELAY).append(number(port));
    }

    @Override
    SortedMap<OID, Variable> objects() {
      SortedMap<OID, Variable> all = new TreeMap<>();
      for (Device.Port port : device.ports()) {
        all.put(at(CURRENT, port), new Integer32(port.relay ? ENABLED : DISABLED));
        all.put(at(NEW, port), new Integer32(relayOfNew(port) ? ENABLED : DISABLED));
      }
      return all;
    }

    @Override
    void read(OID oid) {
      for (Device.Port port : device.ports()) {
        if (oid.equals(at(CURRENT, port))) {
          device.shown(port);
        }
      }
    }

    @Override
    int may(OID oid, Variable value) {
      for (Device.Port port : device.ports()) {
        if (oid.equals(at(NEW, port))) {
          return against() != 0 ? against() : Enumerated.status(value, ENABLED, DISABLED);
        }
      }
      return super.may(oid, value);
    }

    @Override
    int set(OID oid, Variable value) {
      for (Device.Port port : device.ports()) {
        if (oid.equals(at(NEW, port))) {
          boolean on = value.toInt() == ENABLED;
          if (on == port.relay) {
            port.settings.remove("new reflect relay");
          } else {
            port.settings.put("new reflect relay", String.valueOf(on));
          }
        }
      }
      return SnmpConstants.SNMP_ERROR_SUCCESS;
    }
  }
}
