package dev.hairpin.switches;

import java.util.List;
import java.util.Optional;
import org.snmp4j.smi.Variable;

/** A switch's SNMP session with the tables that are read over it. */
record SnmpBeside(
    SnmpLink link,
    PortTable ports,
    BridgeTable bridge,
    InterfaceTable interfaces,
    VlanTable vlans,
    StackTable stack,
    NeighbourTable neighbours,
    EntityTable entities) {
  /** Opens a session and asks for the system group, so that a wrong user or address shows now. */
  static SnmpBeside open(
      SwitchAccess.Snmp access, Profile profile, Reach reach, Dialogue dialogue, Patience patience)
      throws SwitchException {
    SnmpLink link = SnmpLink.open(access, reach, dialogue, patience);
    boolean open = false;
    try {
      PortTable ports = new PortTable(link, profile::acceptsPort, profile.naming());
      SnmpBeside beside =
          new SnmpBeside(
              link,
              ports,
              new BridgeTable(link, ports),
              new InterfaceTable(link),
              new VlanTable(link),
              new StackTable(link),
              new NeighbourTable(link, ports),
              new EntityTable(link));
      beside.system();
      open = true;
      return beside;
    } finally {
      if (!open) {
        link.close();
      }
    }
  }

  /** sysDescr, sysObjectID and sysName, each where the agent has it. */
  List<Optional<String>> system() throws SwitchException {
    List<Variable> values = link.get(List.of(Oids.SYS_DESCR, Oids.SYS_OBJECT_ID, Oids.SYS_NAME));
    return values.stream()
        .map(value -> Optional.of(value).filter(SnmpAnswer::isValue).map(SnmpText::of))
        .toList();
  }
}
