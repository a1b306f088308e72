package dev.hairpin.dialect;

import java.io.IOException;

/**
 * Cisco IOS-XE: {@code switchport vepa enabled} as in cisco.ios' ios_l2_interfaces; the output of
 * {@code show interfaces switchport} as in ntc-templates' raw samples, of {@code show
 * running-config all} as in genieparser's; prompts and errors as cisco.ios
 * (plugins/terminal/ios.py) meets them.
 */
public final class CiscoIosXe extends Cli {
  private static final String EXEC = "user privileged";

  public CiscoIosXe(Device device) {
    super(device, "user", " --More-- ");
    in(EXEC, "terminal length <lines>", v -> pages(Integer.parseInt(v.get(0))));
    in(EXEC, "terminal width <columns>", v -> {});
    in("user", "enable", v -> enable());
    in("privileged", "enable", v -> {});
    in(
        EXEC,
        "exit",
        v -> {
          throw new Gone();
        });
    in("privileged", "disable", v -> backTo("user"));
    in("privileged", "configure terminal", v -> configure());
    String show = "show ";
    in("privileged", show + "running-config", v -> say(all(false)));
    in("privileged", show + "running-config all", v -> say(all(true)));
    in("privileged", show + "running-config interface <port...>", v -> running(v.get(0)));
    in(EXEC, show + "interfaces <type...>", v -> switchport(v.get(0)));
    in("configure interface", "do show running-config interface <port...>", v -> running(v.get(0)));
    in("configure interface", "do show interfaces <type...>", v -> switchport(v.get(0)));
    in(EXEC, show + "mac address-table address <mac>", v -> table(v.get(0)));
    in("privileged", "write [memory]", v -> say("Building configuration...\n[OK]"));
    in(
        "privileged",
        "copy running-config startup-config",
        v -> {
          ask("Destination filename [startup-config]? ", true);
          say("Building configuration...\n[OK]");
        });
    in("configure interface", "end", v -> backTo("privileged"));
    in("configure", "exit", v -> backTo("privileged"));
    in("interface", "exit", v -> backTo("configure"));
    in("configure interface", "interface <port...>", v -> interfaceMode(v.get(0)));
    in("interface", "switchport vepa enabled", v -> set(true));
    in("interface", "no switchport vepa enabled", v -> set(false));
  }

  @Override
  String banner() {
    return "\nC9300 of rack 12. Authorized access only!\n\n";
  }

  @Override
  String prompt() {
    return "c9300-1"
        + switch (mode()) {
          case "user" -> ">";
          case "privileged" -> "#";
          case "configure" -> "(config)#";
          default -> "(config-if)#";
        };
  }

  @Override
  void complain(Wrong wrong, int column) throws IOException {
    say(
        switch (wrong) {
          case INVALID ->
              " ".repeat(prompt().length() + column)
                  + "^\n% Invalid input detected at '^' marker.\n ";
          case INCOMPLETE -> "% Incomplete command.\n ";
          case AMBIGUOUS -> "% Ambiguous command:  \n ";
        });
  }

  private void enable() throws IOException {
    for (int tries = 0; tries < 3; tries++) {
      if (ask("Password: ", false).equals(Device.ENABLE)) {
        enter("privileged");
        return;
      }
    }
    say("% Bad secrets\n ");
  }

  private void configure() throws IOException {
    say("Enter configuration commands, one per line.  End with CNTL/Z.");
    enter("configure");
  }

  private void interfaceMode(String typed) throws IOException {
    if (!enterPort(typed, "configure")) {
      complain(Wrong.INVALID, 10);
    }
  }

  private void set(boolean on) throws IOException {
    if (unprivileged()) {
      say("Command authorization failed.\n ");
      return;
    }
    touched();
    device.apply(port, on);
  }

  private void running(String typed) throws IOException {
    if (device.find(typed).isEmpty()) {
      complain(Wrong.INVALID, 30);
      return;
    }
    say(
        "Building configuration...\n\nCurrent configuration : 85 bytes\n!\n"
            + section(device.find(typed).get(), false)
            + "end\n ");
  }

  /** {@code show interfaces <port> switchport}, and the plain form. */
  private void switchport(String typed) throws IOException {
    int last = typed.lastIndexOf(' ');
    boolean asked = last > 0 && "switchport".startsWith(typed.substring(last + 1));
    String name = asked ? typed.substring(0, last) : typed;
    if (device.find(name).isEmpty()) {
      complain(Wrong.INVALID, 16);
      return;
    }
    Device.Port each = device.find(name).get();
    if (!asked) {
      say(each.name + " is up, line protocol is up (connected)\n  MTU 1500 bytes");
      return;
    }
    say(
        """
        Name: %s
        Switchport: Enabled
        Administrative Mode: static access
        Operational Mode: static access
        Administrative Trunking Encapsulation: dot1q
        Operational Trunking Encapsulation: native
        Negotiation of Trunking: Off
        Access Mode VLAN: 1 (default)
        Trunking Native Mode VLAN: 1 (default)
        Administrative Native VLAN tagging: disabled
        Voice VLAN: none
        Administrative private-vlan host-association: none
        Administrative private-vlan mapping: none
        Operational private-vlan: none
        Trunking VLANs Enabled: ALL
        Pruning VLANs Enabled: 2-1001
        Capture Mode Disabled
        Capture VLANs Allowed: ALL

        Protected: false
        Unknown unicast blocked: disabled
        Unknown multicast blocked: disabled
        Vepa Enabled: %s
        Appliance trust: none
        """
            .formatted(each.name.replaceAll("(..)[A-Za-z-]+", "$1"), each.relay));
  }

  /** As in ntc-templates' raw samples of {@code show mac address-table}. */
  private void table(String typed) throws IOException {
    if (MacForm.DOTS.digits(typed).isEmpty()) {
      complain(Wrong.INVALID, 31);
      return;
    }
    java.util.Optional<Device.Port> found = MacForm.DOTS.digits(typed).flatMap(device::learned);
    if (found.isEmpty()) {
      return;
    }
    say(
        """
                  Mac Address Table
        -------------------------------------------

        Vlan    Mac Address       Type        Ports
        ----    -----------       --------    -----
           1    %s    DYNAMIC     %s
        Total Mac Addresses for this criterion: 1
        """
            .formatted(typed, found.get().name.replaceAll("(..)[A-Za-z-]+", "$1")));
  }

  private static String section(Device.Port each, boolean all) {
    String off = all ? " no switchport vepa enabled\n" : "";
    return "interface "
        + each.name
        + "\n switchport mode access\n"
        + (each.relay ? " switchport vepa enabled\n" : off);
  }

  private String all(boolean defaults) {
    StringBuilder text =
        new StringBuilder(
            """
            Building configuration...

            Current configuration : 9310 bytes
            !
            ! Last configuration change at 09:11:02 UTC Mon Nov 23 2026
            !
            version 17.6
            service timestamps debug datetime msec
            service timestamps log datetime msec
            !
            hostname c9300-1
            !
            no spanning-tree vlan 1
            !
            """);
    device.ports().forEach(each -> text.append(section(each, defaults)).append("!\n"));
    return text
        + "interface Vlan1\n ip address 198.51.100.10 255.255.255.0\n!\nline vty 0 15\n!\nend\n ";
  }
}
