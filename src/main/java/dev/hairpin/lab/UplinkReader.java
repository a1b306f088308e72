package dev.hairpin.lab;

import dev.hairpin.lab.Lab.Uplink;
import dev.hairpin.lab.Lab.Upstream;
import dev.hairpin.switches.Profile;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Shown;
import dev.hairpin.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code uplinks} and {@code upstream}; each end of a cable is used once. */
final class UplinkReader {
  private static final int MOST_VLANS = 4094;

  private final Map<String, Optional<Profile>> profiles;
  private final List<Uplink> uplinks = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> nics = new HashMap<>();
  private final Map<String, String> ports = new HashMap<>();

  /**
   * @param profiles by switch name
   */
  UplinkReader(Map<String, Optional<Profile>> profiles) {
    this.profiles = profiles;
  }

  List<Uplink> uplinks(Value value) {
    for (Value each : value.someItems()) {
      each.fields("name", "nic", "switch", "port", "vlan").ifPresent(this::read);
    }
    return List.copyOf(uplinks);
  }

  Optional<Upstream> upstream(Value value) {
    Optional<Value> nic =
        value
            .fields("nic")
            .flatMap(each -> each.need("nic", "a NIC of this machine on another port"));
    Optional<String> text = nic.flatMap(Forms::nic);
    text.ifPresent(each -> takeOnce(nic.orElseThrow(), each, each, nics, "the upstream"));
    return text.map(Upstream::new);
  }

  private void read(Fields fields) {
    Optional<Value> nameValue = fields.need("name", "what reports call the uplink, such as tor1");
    Optional<String> name = nameValue.flatMap(Forms::name);
    String title = "uplink " + name.map(Shown::quoted).orElse("without a name");
    name.ifPresent(each -> takeOnce(nameValue.orElseThrow(), each, each, names, title));
    Optional<Value> nicValue = fields.need("nic", "the host's NIC, such as eth3");
    Optional<String> nic = nicValue.flatMap(Forms::nic);
    nic.ifPresent(each -> takeOnce(nicValue.orElseThrow(), each, each, nics, title));
    Optional<String> switchName =
        fields.need("switch", "the name of one of the 'switches'").flatMap(this::switchName);
    Optional<Value> portValue = fields.need("port", "the port as the switch calls it");
    Optional<String> port = portValue.flatMap(Value::text);
    if (port.isPresent() && switchName.isPresent()) {
      checkPort(portValue.orElseThrow(), port.get(), switchName.get());
      String end = switchName.get() + " " + port.get();
      takeOnce(portValue.orElseThrow(), end, port.get(), ports, title);
    }
    uplinks.add(
        new Uplink(
            name.orElse(""),
            nic.orElse(""),
            switchName.orElse(""),
            port.orElse(""),
            fields.find("vlan").flatMap(each -> each.integer(1, MOST_VLANS))));
  }

  private Optional<String> switchName(Value value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !profiles.containsKey(name.get())) {
      String known =
          profiles.isEmpty()
              ? "there is none under 'switches'"
              : Shown.meant(name.get(), profiles.keySet());
      value.fault("unknown switch " + Shown.quoted(name.get()) + "; " + known);
      return Optional.empty();
    }
    return name;
  }

  private void checkPort(Value value, String port, String switchName) {
    Optional<Profile> profile = Optional.ofNullable(profiles.get(switchName)).flatMap(p -> p);
    if (profile.isPresent() && !profile.get().acceptsPort(port)) {
      String because =
          "port names of profile '"
              + profile.get().name()
              + "' match "
              + profile.get().portName().pattern();
      value.refuse(port, because);
    }
  }

  private static void takeOnce(
      Value value, String key, String shown, Map<String, String> taken, String by) {
    String earlier = taken.putIfAbsent(key, by);
    if (earlier != null) {
      value.refuse(shown, earlier + " has it already; each can be used once");
    }
  }
}
