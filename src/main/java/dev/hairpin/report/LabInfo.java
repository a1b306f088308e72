package dev.hairpin.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/** What was tested. */
public record LabInfo(String name, Host host, List<Uplink> uplinks) {
  public LabInfo {
    uplinks = List.copyOf(uplinks);
  }

  /**
   * The KVM host.
   *
   * @param kernel as {@code uname -r} says it
   * @param accelerator {@code kvm}, {@code tcg}, or {@code none} where no guest was needed
   */
  public record Host(String kernel, String accelerator) {}

  /**
   * One cable.
   *
   * @param driver of the NIC
   * @param port as the switch calls it
   */
  public record Uplink(
      String name,
      String nic,
      String driver,
      String port,
      @JsonProperty("switch") Switch switchInfo) {}

  /**
   * The switch at the cable's end.
   *
   * @param system what the switch says it is
   * @param control {@code ssh} or {@code snmp}
   * @param model as the switch says it
   * @param version of its software, as the switch says it
   */
  public record Switch(
      String name,
      String profile,
      String system,
      String control,
      Optional<String> model,
      Optional<String> version) {
    /** One that doesn't say what it is made of. */
    public Switch(String name, String profile, String system, String control) {
      this(name, profile, system, control, Optional.empty(), Optional.empty());
    }
  }
}
