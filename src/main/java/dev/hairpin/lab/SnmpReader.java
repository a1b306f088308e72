package dev.hairpin.lab;

import dev.hairpin.switches.Secret;
import dev.hairpin.switches.SwitchAccess.Protocol;
import dev.hairpin.switches.SwitchAccess.Snmp;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a switch's {@code snmp} block; what belongs to the other version is checked and left. */
final class SnmpReader {
  private static final int SNMP_PORT = 161;
  private static final List<String> AUTHENTICATION =
      List.of("MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");
  private static final List<String> PRIVACY =
      List.of("DES", "3DES", "AES-128", "AES-192", "AES-256", "AES-192-C", "AES-256-C");

  private SnmpReader() {}

  static Optional<Snmp> read(Value value, Path folder) {
    return value
        .fields("port", "version", "username", "authentication", "privacy", "community")
        .map(each -> read(each, folder));
  }

  private static Snmp read(Fields fields, Path folder) {
    Map<String, Integer> versions = new LinkedHashMap<>();
    versions.put("3", 3);
    versions.put("2c", 2);
    Optional<Integer> version =
        fields.need("version", "3 or 2c").flatMap(each -> each.oneOf(versions));
    Optional<String> username = fields.find("username").flatMap(Forms::username);
    Optional<Protocol> authentication = protocol(fields, "authentication", AUTHENTICATION, folder);
    Optional<Protocol> privacy = protocol(fields, "privacy", PRIVACY, folder);
    Optional<Secret> community =
        fields.find("community").flatMap(each -> SecretReader.read(each, folder));
    boolean three = version.equals(Optional.of(3));
    if (three && !fields.has("username")) {
      fields.fault("missing key 'username': version 3 logs a user in");
    }
    if (version.equals(Optional.of(2)) && !fields.has("community")) {
      fields.fault("missing key 'community': version 2c needs one, as env:NAME or file:PATH");
    }
    if (three && fields.has("privacy") && !fields.has("authentication")) {
      fields
          .find("privacy")
          .ifPresent(each -> each.faultUnseen("'privacy' needs 'authentication' beside it"));
    }
    return new Snmp(
        fields.find("port").flatMap(Forms::port).orElse(SNMP_PORT),
        version.orElse(3),
        username.filter(each -> three),
        authentication.filter(each -> three),
        privacy.filter(each -> three),
        community.filter(each -> !three));
  }

  private static Optional<Protocol> protocol(
      Fields fields, String key, List<String> names, Path folder) {
    Optional<Fields> block = fields.find(key).flatMap(each -> each.fields("protocol", "password"));
    if (block.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> known = new LinkedHashMap<>();
    names.forEach(each -> known.put(each, each));
    Optional<String> name =
        block.get().need("protocol", String.join(", ", names)).flatMap(each -> each.oneOf(known));
    Optional<Secret> password =
        block
            .get()
            .need("password", "env:NAME or file:PATH")
            .flatMap(each -> SecretReader.read(each, folder));
    return name.flatMap(n -> password.map(p -> new Protocol(n, p)));
  }
}
