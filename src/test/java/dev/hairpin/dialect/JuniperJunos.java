package dev.hairpin.dialect;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Juniper Junos on EX: a candidate configuration that the session edits and {@code commit} puts in
 * force. Statements and the constraint ('Reflective relay is supported only on tagged-access port')
 * as in Juniper/yang, junos-ex-conf-interfaces; prompts and messages as netmiko's juniper driver
 * and junipernetworks.junos (plugins/terminal/junos.py) meet them. Every port is a switching port:
 * {@code unit 0 family ethernet-switching} stands in its configuration from the start.
 */
public final class JuniperJunos extends Cli {
  private static final String CONSTRAINT =
      "Reflective relay is supported only on tagged-access port";
  private static final Pattern STATEMENT =
      Pattern.compile(
          "interfaces (\\S+) unit 0 family ethernet-switching(?: (reflective-relay|port-mode(?: (\\S+))?))?");
  private static final Pattern SHOWN =
      Pattern.compile("interfaces (\\S+)(?: unit 0( family ethernet-switching)?)?");

  /** One port in the candidate: its port mode, and whether it reflects. */
  private record Statements(Optional<String> mode, boolean relay) {
    Statements mode(Optional<String> changed) {
      return new Statements(changed, relay);
    }

    Statements relay(boolean changed) {
      return new Statements(mode, changed);
    }
  }

  private Map<String, Statements> candidate = Map.of();
  private Map<String, Statements> started = Map.of();

  public JuniperJunos(Device device) {
    super(device, "operational", "---(more)---");
    in(
        "operational",
        "set cli screen-length <lines>",
        v -> {
          pages(Integer.parseInt(v.get(0)));
          say("Screen length set to " + v.get(0));
        });
    in(
        "operational",
        "set cli screen-width <columns>",
        v -> say("Screen width set to " + v.get(0)));
    in("operational", "set cli complete-on-space off", v -> say("Disabling complete-on-space"));
    in("operational", "show configuration", v -> say(all()));
    in("operational", "show configuration <path...>", v -> shown(v.get(0), active()));
    in(
        "operational",
        "show version",
        v -> say("Hostname: ex-1\nModel: ex4500-40f\nJUNOS Base OS boot [15.1R7.9]"));
    in("operational", "show ethernet-switching table", v -> table());
    in("operational", "configure", v -> configure(false));
    in("operational", "configure exclusive", v -> configure(true));
    in("operational", "configure private", v -> configure(true));
    in(
        "operational",
        "exit",
        v -> {
          throw new Gone();
        });
    in(
        "operational",
        "quit",
        v -> {
          throw new Gone();
        });
    in("configuration", "set <path...>", v -> edit(v.get(0), true));
    in("configuration", "delete <path...>", v -> edit(v.get(0), false));
    in("configuration", "show <path...>", v -> shown(v.get(0), candidate));
    in(
        "configuration",
        "rollback [0]",
        v -> {
          candidate = active();
          started = candidate;
          say("load complete");
        });
    in("configuration", "commit", v -> commit());
    in(
        "configuration",
        "commit check",
        v -> {
          if (sound()) say("configuration check succeeds");
        });
    in(
        "configuration",
        "commit and-quit",
        v -> {
          if (commit()) leave();
        });
    in("configuration", "exit [configuration-mode]", v -> exit());
    in("configuration", "quit [configuration-mode]", v -> exit());
    in("configuration", "run show configuration <path...>", v -> shown(v.get(0), active()));
  }

  @Override
  String banner() {
    return "--- JUNOS 15.1R7.9 built 2018-09-11 07:25:13 UTC\n";
  }

  @Override
  String prompt() {
    return mode().equals("operational") ? "qa@ex-1> " : "\r\n[edit]\r\nqa@ex-1# ";
  }

  @Override
  void complain(Wrong wrong, int column) throws IOException {
    String mark = " ".repeat("qa@ex-1> ".length() + column) + "^\n";
    say(
        switch (wrong) {
          case INVALID -> mark + (column == 0 ? "unknown command." : "syntax error.");
          case INCOMPLETE -> mark + "syntax error, expecting <command>.";
          case AMBIGUOUS -> mark + "'' is ambiguous.";
        });
  }

  /** What is in force. */
  private Map<String, Statements> active() {
    Map<String, Statements> found = new TreeMap<>();
    device
        .ports()
        .forEach(
            each ->
                found.put(
                    each.name,
                    new Statements(
                        Optional.ofNullable(each.settings.get("port-mode")), each.relay)));
    return found;
  }

  private void configure(boolean alone) throws IOException {
    if (device.fault == Fault.LOCKED) {
      say(
          """
          error: configuration database locked by:
            root terminal p0 (pid 1821) on since 2026-11-23 09:11:02 UTC, idle 00:04:11
                exclusive [edit]
          """);
      return;
    }
    if (alone) {
      say("warning: uncommitted changes will be discarded on exit");
    }
    say("Entering configuration mode");
    candidate = active();
    started = candidate;
    enter("configuration");
  }

  private void edit(String path, boolean set) throws IOException {
    Matcher words = STATEMENT.matcher(path);
    if (!words.matches() || words.group(2) == null || (set && words.group(2).equals("port-mode"))) {
      say(" ".repeat(13) + "^\nsyntax error.");
      return;
    }
    if (unprivileged()) {
      say(" ".repeat(13) + "^\nerror: permission denied: interfaces");
      return;
    }
    Optional<Device.Port> found = device.find(words.group(1));
    Statements before =
        candidate.getOrDefault(words.group(1), new Statements(Optional.empty(), false));
    boolean relay = words.group(2).equals("reflective-relay");
    if (relay) {
      touched();
    }
    Statements after =
        relay
            ? before.relay(set)
            : before.mode(set ? Optional.of(words.group(3)) : Optional.empty());
    if (!set && after.equals(before)) {
      say("warning: statement not found");
      return;
    }
    if (!relay
        && set
        && !java.util.List.of("access", "tagged-access", "trunk").contains(words.group(3))) {
      say(" ".repeat(13) + "^\nsyntax error.");
      return;
    }
    Map<String, Statements> changed = new TreeMap<>(candidate);
    changed.put(found.map(each -> each.name).orElse(words.group(1)), after);
    candidate = changed;
  }

  private boolean sound() throws IOException {
    for (Map.Entry<String, Statements> each : candidate.entrySet()) {
      if (each.getValue().relay() && !each.getValue().mode().equals(Optional.of("tagged-access"))) {
        say(
            """
            [edit interfaces %s unit 0 family ethernet-switching]
              'reflective-relay'
                %s
            error: configuration check-out failed: (statements constraint check failed)
            """
                .formatted(each.getKey(), CONSTRAINT));
        return false;
      }
    }
    return true;
  }

  private boolean commit() throws IOException {
    if (!sound()) {
      return false;
    }
    if (device.fault == Fault.COMMIT_FAILS && !candidate.equals(started)) {
      say(
          "error: could not open configuration database during validation\nerror: commit failed: (daemon failure)");
      return false;
    }
    for (Device.Port each : device.ports()) {
      Statements wanted = candidate.get(each.name);
      if (wanted.relay() != each.relay) {
        device.apply(each, wanted.relay());
      }
      wanted
          .mode()
          .ifPresentOrElse(
              mode -> each.settings.put("port-mode", mode),
              () -> each.settings.remove("port-mode"));
    }
    started = candidate;
    say("commit complete");
    return true;
  }

  private void exit() throws IOException {
    if (!candidate.equals(started)) {
      say("The configuration has been changed but not committed");
      String answer = ask("Exit with uncommitted changes? [yes,no] (yes) ", true);
      if (answer.startsWith("n")) {
        return;
      }
    }
    leave();
  }

  private void leave() throws IOException {
    say("Exiting configuration mode");
    backTo("operational");
  }

  private void shown(String typed, Map<String, Statements> from) throws IOException {
    String path = typed.replaceFirst(" \\| no-more$", "");
    boolean set = path.endsWith(" | display set");
    String plain = path.replaceFirst(" \\| display set$", "");
    if (set && plain.equals("interfaces")) {
      StringBuilder text = new StringBuilder();
      from.forEach((name, each) -> text.append(asSet(name, each)));
      say(text.toString());
      return;
    }
    Matcher words = SHOWN.matcher(plain);
    if (!words.matches()) {
      say(" ".repeat(20) + "^\nsyntax error.");
      return;
    }
    Statements found = from.get(words.group(1));
    if (found == null) {
      return;
    }
    if (set) {
      say(asSet(words.group(1), found));
      return;
    }
    String inner = inner(found);
    if (words.group(2) == null) {
      inner =
          inner.isEmpty()
              ? "family ethernet-switching;\n"
              : "family ethernet-switching {\n" + inner.indent(4) + "}\n";
      if (!path.contains(" unit 0")) {
        inner = "unit 0 {\n" + inner.indent(4) + "}\n";
      }
    }
    say(inner);
  }

  @Override
  Stream<String> filters() {
    return Stream.of("match");
  }

  /** As in ntc-templates' raw samples of {@code show ethernet-switching table}. */
  private void table() throws IOException {
    StringBuilder text = new StringBuilder();
    device
        .learned()
        .forEach(
            (mac, each) ->
                text.append(
                    "    default             %s   D             -   %s.0\n"
                        .formatted(MacForm.COLONS.written(mac), each.name)));
    say(
        """

        MAC flags (S - static MAC, D - dynamic MAC, L - locally learned, P - Persistent static
                   SE - statistics enabled, NM - non configured MAC, R - remote PE MAC, O - ovsdb MAC)


        Ethernet switching table : %1$d entries, %1$d learned
        Routing instance : default-switch
            Vlan                MAC                 MAC         Age    Logical
            name                address             flags              interface
        """
                .formatted(text.chars().filter(each -> each == '\n').count())
            + text);
  }

  private static String inner(Statements found) {
    return found.mode().map(each -> "port-mode " + each + ";\n").orElse("")
        + (found.relay() ? "reflective-relay;\n" : "");
  }

  /** {@code display set}: one line for each leaf, or one for a container that has none. */
  private static String asSet(String name, Statements found) {
    String stem = "set interfaces " + name + " unit 0 family ethernet-switching";
    String leaves =
        found.mode().map(each -> stem + " port-mode " + each + "\n").orElse("")
            + (found.relay() ? stem + " reflective-relay\n" : "");
    return leaves.isEmpty() ? stem + "\n" : leaves;
  }

  private String all() {
    StringBuilder text =
        new StringBuilder(
            """
            ## Last commit: 2026-11-23 09:11:02 UTC by root
            version 15.1R7.9;
            system {
                host-name ex-1;
                services {
                    ssh;
                }
            }
            interfaces {
            """);
    active()
        .forEach(
            (name, each) -> {
              String inner = inner(each);
              text.append("    %s {\n        unit 0 {\n".formatted(name))
                  .append("            family ethernet-switching")
                  .append(inner.isEmpty() ? ";\n" : " {\n" + inner.indent(16))
                  .append(inner.isEmpty() ? "" : "            }\n")
                  .append("        }\n    }\n");
            });
    return text
        + "}\nprotocols {\n    lldp {\n        interface all;\n    }\n}\nvlans {\n    default;\n}\n";
  }
}
