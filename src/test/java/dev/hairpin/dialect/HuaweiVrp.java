package dev.hairpin.dialect;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Huawei VRP 8 on CloudEngine: a candidate configuration, {@code ~} and {@code *} in the prompt,
 * {@code commit}. {@code port bridge enable} as in the CloudEngine command reference; prompts,
 * paging and errors as netmiko's huawei_vrpv8 and community.network (plugins/terminal/ce.py) meet
 * them. The words of the lock are this file's own: no public text has them.
 */
public final class HuaweiVrp extends Vrp {
  private final Map<String, Boolean> candidate = new TreeMap<>();

  public HuaweiVrp(Device device) {
    super(device, "HUAWEI");
    in(
        "user",
        "screen-length 0 temporary",
        v -> {
          pages(0);
          say("Info: The configuration takes effect on the current user terminal interface only.");
        });
    in("user system interface", "commit", v -> commit());
    in("system interface", "clear configuration candidate", v -> candidate.clear());
    in(
        "user",
        "save",
        v -> {
          say("Warning: The current configuration will be written to the device.");
          if (ask("Are you sure to continue? [Y/N]:", true).equalsIgnoreCase("y")) {
            say(
                "Now saving the current configuration to the slot 1 .\nInfo: Save the configuration successfully.");
          }
        });
  }

  @Override
  String banner() {
    return "\nInfo: The max number of VTY users is 21, the number of current VTY users online is 1.\n"
        + "      The current login time is 2026-11-23 09:11:02+00:00.\n";
  }

  @Override
  String prompt() {
    String sign = candidate.isEmpty() ? "~" : "*";
    return switch (mode()) {
      case "user" -> "<" + host + ">";
      case "system" -> "[" + sign + host + "]";
      default -> "[" + sign + host + "-" + port.name + "]";
    };
  }

  @Override
  String complaint() {
    return "Error: ";
  }

  @Override
  void systemView() throws IOException {
    say("Enter system view, return user view with return command.");
    enter("system");
  }

  @Override
  void set(Device.Port each, boolean on) throws IOException {
    if (device.fault == Fault.LOCKED) {
      say("Error: The configuration is locked by another user.");
      return;
    }
    if (each.relay == on) {
      candidate.remove(each.name);
    } else {
      candidate.put(each.name, on);
    }
  }

  private void commit() throws IOException {
    if (device.fault == Fault.COMMIT_FAILS && !candidate.isEmpty()) {
      say("Error: Failed to generate committed config.");
      return;
    }
    for (Device.Port each : device.ports()) {
      if (candidate.containsKey(each.name)) {
        device.apply(each, candidate.get(each.name));
      }
    }
    candidate.clear();
  }

  @Override
  void leaveSystem() throws IOException {
    while (!candidate.isEmpty()) {
      String answer =
          ask(
              "Warning: Uncommitted configurations found. Are you sure to commit them before exiting? [Y(yes)/N(no)/C(cancel)]:",
              true);
      switch (answer.toLowerCase(java.util.Locale.ROOT)) {
        case "y", "yes" -> commit();
        case "n", "no" -> candidate.clear();
        case "c", "cancel" -> {
          return;
        }
        default -> {}
      }
    }
    backTo("user");
  }

  @Override
  String body(Device.Port each) {
    return each.relay ? " port bridge enable\n" : "";
  }

  /** As in the CloudEngine command reference and ntc-templates' raw samples. */
  @Override
  String table(String mac, Optional<Device.Port> on) {
    String line = "-".repeat(79) + "\n";
    return "Flags: * - Backup\n"
        + "       # - forwarding logical interface, operations cannot be performed based\n"
        + "           on the interface.\n"
        + "BD   : bridge-domain   Age : dynamic MAC learned time in seconds\n"
        + line
        + "MAC Address    VLAN/VSI/BD   Learned-From        Type                Age\n"
        + line
        + on.map(
                each ->
                    "%s 1/-/-         %-19s dynamic               2\n".formatted(mac, each.name))
            .orElse("")
        + line
        + "Total items: "
        + (on.isPresent() ? 1 : 0);
  }

  @Override
  String denied() {
    return "Error: No permission to run the command.";
  }
}
