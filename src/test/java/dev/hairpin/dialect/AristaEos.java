package dev.hairpin.dialect;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Arista EOS: {@code switchport source-interface tx} as in the eos_cli_config_gen schema of
 * aristanetworks/avd and batfish's {@code arista_interface_show_run_all}; prompts, errors and
 * terminal settings as arista.eos (plugins/terminal/eos.py) and netmiko's arista driver meet them.
 */
public final class AristaEos extends Cli {
  private static final String HOST = "leaf-1.rack12";

  public AristaEos(Device device) {
    super(device, "user", " --More-- ");
    in("user privileged configure interface", "terminal length <lines>", this::terminalLength);
    in(
        "user privileged",
        "terminal width <columns>",
        v -> say("Width set to " + v.get(0) + " columns."));
    in(
        "user privileged configure interface",
        "show version",
        v -> say("Arista DCS-7050SX3-48YC8\nSoftware image version: 4.28.3M"));
    in("user", "enable", v -> enable());
    in(
        "user privileged",
        "exit",
        v -> {
          throw new Gone();
        });
    in("user", "configure [terminal]", v -> say("% Invalid input (privileged mode required)"));
    in("privileged", "enable", v -> {});
    in("privileged", "disable", v -> backTo("user"));
    in("privileged", "configure [terminal]", v -> enter("configure"));
    in("privileged configure interface", "show running-config", v -> say(running(false)));
    in("privileged configure interface", "show running-config all", v -> say(running(true)));
    in(
        "privileged configure interface",
        "show running-config interfaces <port...>",
        v -> shown(v.get(0)));
    in(
        "privileged configure interface",
        "write [memory]",
        v -> say("Copy completed successfully."));
    in(
        "privileged configure interface",
        "copy running-config startup-config",
        v -> say("Copy completed successfully."));
    in(
        "user privileged configure interface",
        "show mac address-table address <mac>",
        v -> table(v.get(0)));
    in("configure interface", "interface <port...>", v -> interfaceMode(v.get(0)));
    in("configure interface", "end", v -> backTo("privileged"));
    in("configure", "exit", v -> backTo("privileged"));
    in("interface", "exit", v -> backTo("configure"));
    in("interface", "switchport source-interface tx", v -> set(each -> device.apply(each, true)));
    in(
        "interface",
        "no switchport source-interface [tx]",
        v -> set(each -> device.apply(each, false)));
    in(
        "interface",
        "default switchport source-interface [tx]",
        v -> set(each -> device.apply(each, false)));
  }

  @Override
  String banner() {
    return "Last login: Mon Nov 23 09:11:02 2026 from 198.51.100.7\n";
  }

  @Override
  String prompt() {
    return HOST
        + switch (mode()) {
          case "user" -> ">";
          case "privileged" -> "#";
          case "configure" -> "(config)#";
          default -> "(config-if-" + port.name.replace("Ethernet", "Et") + ")#";
        };
  }

  @Override
  void complain(Wrong wrong, int column) throws IOException {
    say(
        switch (wrong) {
          case INVALID -> "% Invalid input";
          case INCOMPLETE -> "% Incomplete command";
          case AMBIGUOUS -> "% Ambiguous command";
        });
  }

  private void terminalLength(java.util.List<String> values) throws IOException {
    pages(Integer.parseInt(values.get(0)));
    say(
        values.get(0).equals("0")
            ? "Pagination disabled."
            : "Pagination set to " + values.get(0) + " lines.");
  }

  private void enable() throws IOException {
    if (ask("Password: ", false).equals(Device.ENABLE)) {
      enter("privileged");
    } else {
      say("% Bad secret");
    }
  }

  private void interfaceMode(String typed) throws IOException {
    if (!enterPort(typed, "configure")) {
      complain(Wrong.INVALID, 0);
    }
  }

  private void set(Consumer<Device.Port> change) throws IOException {
    if (unprivileged()) {
      say("% Authorization denied for command 'switchport source-interface tx'");
      return;
    }
    touched();
    change.accept(port);
  }

  private void shown(String typed) throws IOException {
    boolean all = typed.endsWith(" all");
    String name = all ? typed.substring(0, typed.length() - 4) : typed;
    if (device.find(name).isEmpty()) {
      complain(Wrong.INVALID, 0);
      return;
    }
    say(section(device.find(name).get(), all));
  }

  /** As in ntc-templates' raw sample of {@code show mac address-table}. */
  private void table(String typed) throws IOException {
    if (MacForm.DOTS.digits(typed).isEmpty()) {
      complain(Wrong.INVALID, 0);
      return;
    }
    java.util.Optional<Device.Port> found = MacForm.DOTS.digits(typed).flatMap(device::learned);
    say(
        """
                  Mac Address Table
        ------------------------------------------------------------------

        Vlan    Mac Address       Type        Ports      Moves   Last Move
        ----    -----------       ----        -----      -----   ---------
        %sTotal Mac Addresses for this criterion: %d
        """
            .formatted(
                found
                    .map(
                        each ->
                            "   1    %s    DYNAMIC     %s        1       0:00:02 ago\n"
                                .formatted(typed, each.name.replace("Ethernet", "Et")))
                    .orElse(""),
                found.isPresent() ? 1 : 0));
  }

  private static String section(Device.Port each, boolean all) {
    String off = all ? "   default switchport source-interface tx\n" : "";
    return "interface "
        + each.name
        + "\n"
        + (each.relay ? "   switchport source-interface tx\n" : off);
  }

  private String running(boolean all) {
    StringBuilder text =
        new StringBuilder(
            """
            ! Command: show running-config
            ! device: leaf-1 (DCS-7050SX3-48YC8, EOS-4.28.3M)
            !
            ! boot system flash:/EOS.swi
            !
            hostname leaf-1.rack12
            !
            spanning-tree mode none
            !
            """);
    device.ports().forEach(each -> text.append(section(each, all)).append("!\n"));
    return text + "interface Management1\n   ip address 198.51.100.10/24\n!\nend\n";
  }
}
