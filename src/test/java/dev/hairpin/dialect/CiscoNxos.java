package dev.hairpin.dialect;

import java.io.IOException;
import java.util.List;

/**
 * Cisco NX-OS: {@code switchport virtual-ethernet-bridge} as in the Nexus 9000 Layer 2 Switching
 * guide 9.3(x), 'Configuring Reflective Relay'; prompts and errors as cisco.nxos
 * (plugins/terminal/nxos.py) and netmiko's cisco_nxos meet them.
 */
public final class CiscoNxos extends Cli {
  private static final String ALL = "exec configure interface";
  private static final String WORD = "switchport virtual-ethernet-bridge";

  public CiscoNxos(Device device) {
    super(device, "exec", "--More--");
    in(ALL, "terminal length <lines>", v -> pages(Integer.parseInt(v.get(0))));
    in(ALL, "terminal width <columns>", v -> {});
    in(ALL, "show running-config", v -> say(head("") + all()));
    in(ALL, "show running-config interface <port...>", v -> shown(v.get(0)));
    in(
        ALL,
        "copy running-config startup-config",
        v -> {
          raw(
              "[###########                             ]  27%\r[########################################] 100%\r\n");
          say("Copy complete, now saving to disk (please wait)...\nCopy complete.");
        });
    in(ALL, "show mac address-table address <mac>", v -> table(v.get(0)));
    in("exec", "configure [terminal]", v -> configure());
    in(
        "exec",
        "exit",
        v -> {
          throw new Gone();
        });
    in("configure interface", "end", v -> backTo("exec"));
    in("configure", "exit", v -> backTo("exec"));
    in("interface", "exit", v -> backTo("configure"));
    in("configure interface", "interface <port...>", v -> interfaceMode(v.get(0)));
    in("interface", WORD, v -> set(true));
    in("interface", "no " + WORD, v -> set(false));
  }

  @Override
  String banner() {
    return """

        Cisco Nexus Operating System (NX-OS) Software
        TAC support: http://www.cisco.com/tac
        Copyright (C) 2002-2021, Cisco and/or its affiliates.
        All rights reserved.
        """;
  }

  @Override
  String prompt() {
    return "n9k-1"
        + switch (mode()) {
          case "exec" -> "# ";
          case "configure" -> "(config)# ";
          default -> "(config-if)# ";
        };
  }

  @Override
  void complain(Wrong wrong, int column) throws IOException {
    String mark = " ".repeat(prompt().length() + column) + "^\n";
    say(
        switch (wrong) {
          case INVALID -> mark + "% Invalid command at '^' marker.";
          case INCOMPLETE -> "% Incomplete command at '^' marker.";
          case AMBIGUOUS -> "% Ambiguous command at '^' marker.";
        });
  }

  private void configure() throws IOException {
    say("Enter configuration commands, one per line. End with CNTL/Z.");
    enter("configure");
  }

  private void interfaceMode(String typed) throws IOException {
    if (!enterPort(typed, "configure")) {
      say(" ".repeat(prompt().length() + 10) + "^\nInvalid interface format at '^' marker.");
    }
  }

  private void set(boolean on) throws IOException {
    if (unprivileged()) {
      say("% Permission denied for the role");
      return;
    }
    touched();
    device.apply(port, on);
  }

  private void shown(String typed) throws IOException {
    if (device.find(typed).isEmpty()) {
      say(" ".repeat(30) + "^\nInvalid interface format at '^' marker.");
      return;
    }
    Device.Port each = device.find(typed).get();
    say(head(" interface " + each.name) + section(each));
  }

  /** As in ntc-templates' raw samples of {@code show mac address-table}. */
  private void table(String typed) throws IOException {
    if (MacForm.DOTS.digits(typed).isEmpty()) {
      complain(Wrong.INVALID, 31);
      return;
    }
    java.util.Optional<Device.Port> found = MacForm.DOTS.digits(typed).flatMap(device::learned);
    say(
        """
        Legend:
                * - primary entry, G - Gateway MAC, (R) - Routed MAC, O - Overlay MAC
                age - seconds since last seen,+ - primary entry using vPC Peer-Link,
                (T) - True, (F) - False, C - ControlPlane MAC, ~ - vsan
           VLAN     MAC Address      Type      age     Secure NTFY Ports
        ---------+-----------------+--------+---------+------+----+------------------
        """
            + found
                .map(
                    each ->
                        "*    1     %s   dynamic  0         F      F    %s"
                            .formatted(typed, each.name.replace("Ethernet", "Eth")))
                .orElse(""));
  }

  private static String head(String of) {
    return """

        !Command: show running-config%s
        !Running configuration last done at: Mon Nov 23 09:11:02 2026
        !Time: Mon Nov 23 10:04:21 2026

        version 9.3(8) Bios:version 05.45

        """
        .formatted(of);
  }

  private static String section(Device.Port each) {
    return "interface "
        + each.name
        + "\n  switchport\n"
        + (each.relay ? "  " + WORD + "\n" : "")
        + "\n";
  }

  private String all() {
    StringBuilder text = new StringBuilder("hostname n9k-1\nfeature lldp\n\nvlan 1\n\n");
    for (String each : List.of("management", "default")) {
      text.append("vrf context ").append(each).append('\n');
    }
    text.append('\n');
    device.ports().forEach(each -> text.append(section(each)));
    return text
        + "interface mgmt0\n  vrf member management\n  ip address 198.51.100.10/24\nline console\nline vty\n";
  }
}
