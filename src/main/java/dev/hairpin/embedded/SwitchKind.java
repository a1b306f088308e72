package dev.hairpin.embedded;

import dev.hairpin.switches.SwitchAccess;

/** What forwards frames in an embedded lab. */
public enum SwitchKind {
  /** The kernel's own bridge. */
  LINUX_BRIDGE("linux-bridge", "Linux %s bridge br0 (Hairpin embedded lab)", "embedded"),
  /**
   * Open vSwitch with its userspace datapath, which needs no module of its own: packet sockets on
   * the ports, a tap device for {@code br0} itself.
   */
  OPEN_VSWITCH(
      "open-vswitch",
      "Linux %s with Open vSwitch, br0 (Hairpin embedded lab)",
      "embedded-openvswitch");

  private final String profile;
  private final String description;
  private final String lab;

  SwitchKind(String profile, String description, String lab) {
    this.profile = profile;
    this.description = description;
    this.lab = lab;
  }

  /** The profile that speaks to it. */
  String profile() {
    return profile;
  }

  /** What its SNMP agent says as sysDescr. */
  String description() {
    return description.formatted(System.getProperty("os.version"));
  }

  /** The built-in lab's name. */
  String lab(SwitchAccess.Control control) {
    return control == SwitchAccess.Control.SSH ? lab : lab + "-snmp";
  }
}
