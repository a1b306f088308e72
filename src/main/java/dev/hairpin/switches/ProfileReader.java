package dev.hairpin.switches;

import dev.hairpin.switches.Profile.Cli;
import dev.hairpin.switches.Profile.Identify;
import dev.hairpin.switches.Profile.RelayCli;
import dev.hairpin.switches.Profile.RelaySnmp;
import dev.hairpin.switches.Profile.Standing;
import dev.hairpin.yaml.FaultyFileException;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import dev.hairpin.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads profile files, all faults of one at once. */
public final class ProfileReader {
  private static final Pattern NOTHING = Pattern.compile("");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern VERIFIED_ON =
      Pattern.compile("[^,]+(,[^,]+)+, ?[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private ProfileReader() {}

  /**
   * Reads one profile.
   *
   * @param file named like the profile, with {@code .yaml} (or {@code .yml}) behind
   * @throws FaultyFileException with every fault of the file
   * @throws IOException when it is missing or can't be read; its message names file and reason
   */
  public static Profile read(Path file) throws FaultyFileException, IOException {
    return read(YamlDocument.read(file), ProfileFolders.nameOf(file));
  }

  /** Reads a profile out of a text; faults are reported under {@code NAME.yaml}. */
  static Profile parse(String name, String text) throws FaultyFileException {
    return read(YamlDocument.parse(name + ".yaml", text), name);
  }

  private static Profile read(YamlDocument document, String fileName) throws FaultyFileException {
    Fields fields =
        document.root(
            "profile",
            "vendor",
            "system",
            "standing",
            "verified-on",
            "sources",
            "identify",
            "port-name",
            "cli",
            "reflective-relay");
    Optional<Fields> relay =
        fields
            .need("reflective-relay", "how it is set and read back: 'cli', 'snmp' or both")
            .flatMap(each -> each.fields("cli", "snmp"));
    Optional<RelayCli> relayCli = relay.flatMap(each -> each.find("cli")).flatMap(CliReader::relay);
    Optional<RelaySnmp> relaySnmp =
        relay.flatMap(each -> each.find("snmp")).flatMap(SnmpReader::relay);
    relay
        .filter(each -> !each.has("cli") && !each.has("snmp"))
        .ifPresent(each -> each.fault("'reflective-relay' needs 'cli', 'snmp' or both"));
    Optional<Cli> cli = fields.find("cli").flatMap(CliReader::cli);
    if (relay.filter(each -> each.has("cli")).isPresent() && !fields.has("cli")) {
      fields.fault("missing key 'cli': 'reflective-relay' has commands, so say the prompt here");
    }
    Profile profile =
        new Profile(
            name(fields, fileName),
            fields.need("vendor", "who makes the system").flatMap(Value::prose).orElse(""),
            fields.need("system", "the operating system's name").flatMap(Value::prose).orElse(""),
            standing(fields),
            fields.find("verified-on").flatMap(ProfileReader::verifiedOn),
            sources(fields),
            fields.find("identify").map(ProfileReader::identify).orElse(nobody()),
            fields
                .need("port-name", "a regular expression that all its port names match")
                .flatMap(each -> each.pattern(0))
                .orElse(NOTHING),
            cli,
            relayCli,
            relaySnmp);
    document.check();
    return profile;
  }

  private static String name(Fields fields, String fileName) {
    Optional<Value> value = fields.need("profile", "the file's name without .yaml");
    Optional<String> name =
        value.flatMap(each -> each.text(NAME, "1 to 64 of a-z, 0-9 and '-', like the file"));
    if (name.isPresent() && !name.get().equals(fileName)) {
      String because = "the file is named '" + fileName + "'; rename one of them";
      value.orElseThrow().refuse(name.get(), because);
    }
    return name.orElse("");
  }

  private static Standing standing(Fields fields) {
    Map<String, Standing> standings = new LinkedHashMap<>();
    standings.put("documented", Standing.DOCUMENTED);
    standings.put("verified", Standing.VERIFIED);
    Optional<Standing> standing =
        fields
            .need("standing", "'documented', or 'verified' when a device has answered to it")
            .flatMap(each -> each.oneOf(standings));
    Optional<Value> verifiedOn = fields.find("verified-on");
    if (standing.equals(Optional.of(Standing.VERIFIED)) && verifiedOn.isEmpty()) {
      fields.fault("missing key 'verified-on': model, version and date, as 'standing' is verified");
    }
    if (standing.equals(Optional.of(Standing.DOCUMENTED)) && verifiedOn.isPresent()) {
      verifiedOn
          .get()
          .fault("'verified-on' goes with 'standing: verified' only; mend one of the two");
    }
    return standing.orElse(Standing.DOCUMENTED);
  }

  private static Optional<String> verifiedOn(Value value) {
    return value.text(
        VERIFIED_ON, "MODEL, VERSION, DATE, such as 'DCS-7050SX3, EOS 4.32.1F, 2026-11-22'");
  }

  private static List<String> sources(Fields fields) {
    List<String> sources = new ArrayList<>();
    fields
        .need("sources", "where each command comes from, as a list")
        .map(Value::someItems)
        .orElse(List.of())
        .forEach(each -> each.prose().ifPresent(sources::add));
    return List.copyOf(sources);
  }

  private static Identify identify(Value value) {
    Optional<Fields> fields = value.fields("sys-object-id", "sys-descr");
    List<String> prefixes = new ArrayList<>();
    fields
        .flatMap(each -> each.find("sys-object-id"))
        .map(Value::someItems)
        .orElse(List.of())
        .forEach(each -> ObjectIds.prefix(each).ifPresent(prefixes::add));
    Optional<Pattern> descr =
        fields
            .flatMap(each -> each.find("sys-descr"))
            .flatMap(each -> each.pattern(Pattern.MULTILINE));
    return new Identify(List.copyOf(prefixes), descr);
  }

  private static Identify nobody() {
    return new Identify(List.of(), Optional.empty());
  }
}
