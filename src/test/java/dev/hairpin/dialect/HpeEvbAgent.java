package dev.hairpin.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * HPE Comware 7 with EVB, by hpnicfEvb.mib (HPN-ICF-EVB-MIB, 2012-12-21): the S-channels of each
 * port that has EVB, with hpnicfEvbRRStatus. A SET is only begun when it is answered;
 * hpnicfEvbSetResult tells how it goes, and while it is processing no other can be made. For how
 * many readings it is so, and the error status of a SET meanwhile, the MIB doesn't say.
 */
public final class HpeEvbAgent extends AgentDialect {
  private static final OID EVB = new OID("1.3.6.1.4.1.11.2.14.11.15.2.134");
  private static final OID SET_RESULT = new OID(EVB).append(new OID("1.1.0"));
  private static final OID S_CHANNELS = new OID(EVB).append(new OID("2.2.1"));
  private static final int SVLAN = 2;
  private static final int MAC_LEARNING = 3;
  private static final int RR_STATUS = 4;
  private static final int ROW_STATUS = 5;
  private static final int DEFAULT_CHANNEL = 1;
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int UNKNOWN = 1;
  private static final int PROCESSING = 2;
  private static final int SUCCESS = 3;
  private static final int FAILED = 4;
  private static final int READINGS = 3;

  private int result = UNKNOWN;
  private int readings;
  private Optional<Runnable> begun = Optional.empty();

  public HpeEvbAgent(Device device) {
    super(device);
  }

  @Override
  String sysDescr() {
    return "HP Comware Platform Software, Software Version 7.1.045, Release 2416 HP FF"
        + " 5700-40XG-2QSFP  Switch Copyright (c) 2010-2014 Hewlett-Packard Development Company, L.P.";
  }

  @Override
  OID sysObjectId() {
    return new OID("1.3.6.1.4.1.25506.11.1.172");
  }

  @Override
  int number(Device.Port port) {
    List<String> names = new ArrayList<>();
    device.ports().forEach(each -> names.add(each.name));
    return names.indexOf(port.name) + 1;
  }

  @Override
  int ifIndex(Device.Port port) {
    return 3 + number(port);
  }

  @Override
  boolean learnsByVlan() {
    return true;
  }

  @Override
  List<LiveObjects> vendors() {
    return List.of(new Channels());
  }

  private static OID at(int column, int number) {
    return new OID(S_CHANNELS).append(column).append(number).append(DEFAULT_CHANNEL);
  }

  /** The setting is carried out while its result is being read. */
  private void resultIsRead() {
    if (result == PROCESSING && ++readings >= READINGS) {
      if (device.fault == Fault.COMMIT_FAILS) {
        result = FAILED;
      } else {
        begun.ifPresent(Runnable::run);
        result = SUCCESS;
      }
      begun = Optional.empty();
    }
  }

  private final class Channels extends LiveObjects {
    Channels() {
      super(EVB);
    }

    @Override
    void reading(OID oid) {
      if (oid.equals(SET_RESULT)) {
        resultIsRead();
      }
    }

    @Override
    SortedMap<OID, Variable> objects() {
      SortedMap<OID, Variable> all = new TreeMap<>();
      all.put(SET_RESULT, new Integer32(result));
      for (Device.Port port : device.ports()) {
        int number = number(port);
        all.put(at(SVLAN, number), new Gauge32(1));
        all.put(at(MAC_LEARNING, number), new Integer32(TRUE));
        all.put(at(RR_STATUS, number), new Integer32(port.relay ? TRUE : FALSE));
        all.put(at(ROW_STATUS, number), new Integer32(1));
      }
      return all;
    }

    @Override
    int may(OID oid, Variable value) {
      for (Device.Port port : device.ports()) {
        if (oid.equals(at(RR_STATUS, number(port)))) {
          if (result == PROCESSING) {
            return SnmpConstants.SNMP_ERROR_RESOURCE_UNAVAILABLE;
          }
          return against() != 0 ? against() : Enumerated.status(value, TRUE, FALSE);
        }
      }
      return super.may(oid, value);
    }

    @Override
    int set(OID oid, Variable value) {
      for (Device.Port port : device.ports()) {
        if (oid.equals(at(RR_STATUS, number(port)))) {
          begun = Optional.of(() -> device.apply(port, value.toInt() == TRUE));
          result = PROCESSING;
          readings = 0;
        }
      }
      return SnmpConstants.SNMP_ERROR_SUCCESS;
    }
  }
}
