package dev.hairpin.dialect;

import java.io.IOException;
import java.util.Optional;

/** What the command lines of HPE/H3C Comware and Huawei VRP have in common: views and displays. */
abstract class Vrp extends Cli {
  final String host;

  Vrp(Device device, String host) {
    super(device, "user", "  ---- More ----");
    this.host = host;
    String all = "user system interface";
    in(all, "display current-configuration", v -> say(all()));
    in(all, "display current-configuration interface <port...>", v -> shown(v.get(0)));
    in("interface", "display this", v -> say(around(port)));
    in(all, "display mac-address <mac>", v -> table(v.get(0)));
    in("user", "system-view", v -> systemView());
    in(
        "user",
        "quit",
        v -> {
          throw new Gone();
        });
    in("system", "quit", v -> leaveSystem());
    in("interface", "quit", v -> backTo("system"));
    in("system interface", "return", v -> leaveSystem());
    in("system interface", "interface <port...>", v -> interfaceView(v.get(0)));
    in("interface", "port bridge enable", v -> relay(true));
    in("interface", "undo port bridge enable", v -> relay(false));
  }

  abstract void systemView() throws IOException;

  /** What a complaint about a line begins with. */
  abstract String complaint();

  @Override
  final void complain(Wrong wrong, int column) throws IOException {
    String mark = " ".repeat(prompt().length() + column) + "^\n" + complaint();
    say(
        mark
            + switch (wrong) {
              case INVALID ->
                  column == 0
                      ? "Unrecognized command found at '^' position."
                      : "Wrong parameter found at '^' position.";
              case INCOMPLETE -> "Incomplete command found at '^' position.";
              case AMBIGUOUS -> "Ambiguous command found at '^' position.";
            });
  }

  abstract void set(Device.Port each, boolean on) throws IOException;

  abstract String body(Device.Port each);

  abstract String denied();

  /** What {@code display mac-address} says of an address, with the port that has learned it. */
  abstract String table(String mac, Optional<Device.Port> on);

  private void table(String typed) throws IOException {
    Optional<String> digits = MacForm.DASHES.digits(typed);
    if (digits.isEmpty()) {
      complain(Wrong.INVALID, 20);
      return;
    }
    say(table(typed, digits.flatMap(device::learned)));
  }

  void leaveSystem() throws IOException {
    backTo("user");
  }

  final void relay(boolean on) throws IOException {
    if (unprivileged()) {
      say(denied());
      return;
    }
    touched();
    set(port, on);
  }

  private void interfaceView(String typed) throws IOException {
    if (!enterPort(typed, "system")) {
      complain(Wrong.INVALID, 10);
    }
  }

  private void shown(String typed) throws IOException {
    if (device.find(typed).isEmpty()) {
      complain(Wrong.INVALID, 38);
      return;
    }
    say(around(device.find(typed).get()));
  }

  private String around(Device.Port each) {
    return "#\n" + section(each) + "#\nreturn\n";
  }

  private String section(Device.Port each) {
    return "interface " + each.name + "\n" + body(each);
  }

  private String all() {
    StringBuilder text =
        new StringBuilder("#\n sysname " + host + "\n#\n lldp global enable\n#\nvlan 1\n#\n");
    device.ports().forEach(each -> text.append(section(each)).append("#\n"));
    for (int line = 0; line < 16; line += 5) {
      text.append(
          "user-interface vty %d %d%n authentication-mode scheme%n#%n".formatted(line, line + 4));
    }
    return text + "return\n";
  }
}
