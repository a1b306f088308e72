package dev.hairpin.lab;

import dev.hairpin.switches.Profile;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.switches.SwitchAccess.Control;
import dev.hairpin.switches.SwitchAccess.Snmp;
import dev.hairpin.switches.SwitchAccess.Ssh;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Shown;
import dev.hairpin.yaml.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code switches} and the profiles they name. */
final class SwitchReader {
  private final Path folder;
  private final Profiles profiles;
  private final List<SwitchAccess> switches = new ArrayList<>();
  private final Map<String, Optional<Profile>> profileBySwitch = new LinkedHashMap<>();

  SwitchReader(Path folder, Profiles profiles) {
    this.folder = folder;
    this.profiles = profiles;
  }

  void read(Value value) {
    for (Value each : value.someItems()) {
      each.fields("name", "profile", "address", "control", "ssh", "snmp").ifPresent(this::read);
    }
  }

  List<SwitchAccess> switches() {
    return List.copyOf(switches);
  }

  /** By switch name; empty where the profile was faulty. */
  Map<String, Optional<Profile>> profileBySwitch() {
    return profileBySwitch;
  }

  private void read(Fields fields) {
    Optional<Value> nameValue =
        fields.need("name", "what this file calls the switch, such as tor1");
    Optional<String> name = nameValue.flatMap(Forms::name);
    Optional<Value> profileValue =
        fields.need("profile", "a name in switch-profiles/, or a path ('hairpin profile list')");
    Optional<Profile> profile = profileValue.flatMap(profiles::named);
    Optional<String> address =
        fields.need("address", "the switch's host name or IP address").flatMap(Forms::address);
    Optional<Ssh> ssh = fields.find("ssh").flatMap(each -> SshReader.read(each, folder));
    Optional<Snmp> snmp = fields.find("snmp").flatMap(each -> SnmpReader.read(each, folder));
    Optional<Control> control = control(fields);
    control.ifPresent(each -> profile.ifPresent(known -> checkControl(fields, each, known)));
    if (control.equals(Optional.of(Control.SSH))) {
      ssh.ifPresent(s -> profile.ifPresent(known -> checkEnable(fields, s, known)));
    }
    String text = name.orElse("");
    if (name.isPresent() && profileBySwitch.putIfAbsent(text, profile) != null) {
      nameValue.orElseThrow().refuse(text, "another switch has this name; choose a new one");
    }
    switches.add(
        new SwitchAccess(
            text,
            profileValue.flatMap(Value::text).orElse(""),
            address.orElse(""),
            control.orElse(Control.SSH),
            ssh,
            snmp));
  }

  private static Optional<Control> control(Fields fields) {
    boolean ssh = fields.has("ssh");
    boolean snmp = fields.has("snmp");
    Optional<Value> value = fields.find("control");
    if (!ssh && !snmp) {
      fields.fault("missing key 'ssh' or 'snmp': how reflective relay is set on this switch");
    }
    if (value.isEmpty()) {
      if (ssh && snmp) {
        fields.fault("missing key 'control': ssh or snmp, which one sets reflective relay");
      }
      return ssh == snmp ? Optional.empty() : Optional.of(ssh ? Control.SSH : Control.SNMP);
    }
    Optional<Control> control = value.get().oneOf(Forms.names(Control.values()));
    if (control.isPresent() && (ssh || snmp)) {
      String block = control.get() == Control.SSH ? "ssh" : "snmp";
      if (!fields.has(block)) {
        value.get().fault("'control: " + block + "' needs a block '" + block + ":' with the login");
        return Optional.empty();
      }
    }
    return control;
  }

  private static void checkControl(Fields fields, Control control, Profile profile) {
    boolean ssh = control == Control.SSH;
    if (ssh ? profile.relayCli().isPresent() : profile.relaySnmp().isPresent()) {
      return;
    }
    String message =
        "profile "
            + Shown.quoted(profile.name())
            + " can't set reflective relay over "
            + (ssh ? "SSH; use 'control: snmp'" : "SNMP; use 'control: ssh'")
            + " with its block, or another profile";
    fields.find("control").or(() -> fields.find("profile")).ifPresent(v -> v.fault(message));
  }

  /** The enable password falls back to the login's, which a key doesn't have. */
  private static void checkEnable(Fields fields, Ssh ssh, Profile profile) {
    boolean asks =
        profile.cli().stream()
            .flatMap(each -> each.open().stream())
            .anyMatch(each -> each.contains("{enable}"));
    if (asks && ssh.password().isEmpty() && ssh.enablePassword().isEmpty()) {
      fields
          .find("ssh")
          .ifPresent(
              each ->
                  each.faultUnseen(
                      "missing key 'enable-password': profile "
                          + Shown.quoted(profile.name())
                          + " sends it, and a login with a key has no password to fall back to"));
    }
  }
}
