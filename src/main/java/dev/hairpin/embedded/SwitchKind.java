package dev.hairpin.embedded;

import dev.hairpin.switches.SwitchAccess;
import java.util.Locale;

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
      "embedded-openvswitch"),
  /**
   * A forwarding plane of this program's own, which can do something wrong, under the control of a
   * Linux bridge that forwards nothing itself.
   */
  FORWARDING_PLANE(
      "linux-bridge", "Linux %s bridge br0 (Hairpin embedded lab, faulty switch)", "embedded");

  private final String profile;
  private final String description;
  private final String lab;

  SwitchKind(String profile, String description, String lab) {
    this.profile = profile;
    this.description = description;
    this.lab = lab;
  }

  /** Whether it is what a lab's name asks for: a faulty switch stands for the honest one. */
  boolean stands(SwitchKind wanted) {
    return lab.equals(wanted.lab);
  }

  /** The built-in lab's waivers that this switch needs beside those that Linux's macvtap needs. */
  String waivers() {
    return "waivers-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
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
