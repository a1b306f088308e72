package dev.hairpin.switches;

import dev.hairpin.switches.Profile.Cli;
import dev.hairpin.switches.Profile.Identify;
import dev.hairpin.switches.Profile.RelayCli;
import dev.hairpin.switches.Profile.RelaySnmp;
import dev.hairpin.switches.Profile.Standing;
import dev.hairpin.yaml.FaultyFileException;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.MergedYaml;
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

  private static final Pattern CONSTANT = Pattern.compile("[a-z][a-z-]{0,31}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]{0,31}");
  private static final String EXTENDS = "extends";
  private static final String ABBREVIATIONS = "abbreviations";
  private static final String AGGREGATE_NAME = "aggregate-name";
  private static final String[] KEYS = {
    "profile",
    EXTENDS,
    "vendor",
    "system",
    "standing",
    "verified-on",
    "sources",
    "constants",
    "identify",
    "port-name",
    ABBREVIATIONS,
    AGGREGATE_NAME,
    "cli",
    "reflective-relay"
  };
  private static final String[] FAMILY_KEYS = {
    Families.KEY,
    EXTENDS,
    "vendor",
    "system",
    "sources",
    "constants",
    "identify",
    "port-name",
    ABBREVIATIONS,
    AGGREGATE_NAME,
    "cli",
    "reflective-relay"
  };

  private final Fields fields;
  private final Placeholders placeholders;
  private final Pattern portName;
  private final boolean partial;

  private ProfileReader(Fields fields, boolean partial) {
    this.fields = fields;
    this.partial = partial;
    this.portName =
        fields
            .need("port-name", "a regular expression that all its port names match")
            .flatMap(each -> each.pattern(0))
            .orElse(NOTHING);
    this.placeholders = new Placeholders(constants(fields), PortParts.names(portName), partial);
  }

  /**
   * Reads one profile, and the families that it extends: those in {@code families/} beside it, or
   * in the standard folders.
   *
   * @param file named like the profile, with {@code .yaml} (or {@code .yml}) behind
   * @throws FaultyFileException with every fault of the file and of its families
   * @throws IOException when it is missing or can't be read; its message names file and reason
   */
  public static Profile read(Path file) throws FaultyFileException, IOException {
    return read(YamlDocument.read(file), Families.beside(file));
  }

  /**
   * Reads one file of either kind.
   *
   * @return the profile; nothing when it is a family, and faultless as such
   * @throws FaultyFileException with every fault of the file and of its families
   * @throws IOException when it is missing or can't be read; its message names file and reason
   */
  public static Optional<Profile> check(Path file) throws FaultyFileException, IOException {
    YamlDocument document = YamlDocument.read(file);
    if (document.hasKey(Families.KEY) && !document.hasKey("profile")) {
      family(document, ProfileFolders.nameOf(file), Families.beside(file));
      return Optional.empty();
    }
    return Optional.of(read(document, Families.beside(file)));
  }

  /**
   * What the profile and its families say together.
   *
   * @throws FaultyFileException when one of them is no YAML
   * @throws IOException when one is missing or can't be read
   */
  public static MergedYaml resolved(Path file) throws FaultyFileException, IOException {
    YamlDocument document = YamlDocument.read(file);
    List<YamlDocument> all = new ArrayList<>(List.of(document));
    all.addAll(Families.beside(file).of(document, document.root(KEYS)));
    return MergedYaml.of(all).without(EXTENDS, Families.KEY);
  }

  /** Reads a profile out of a text; faults are reported under {@code NAME.yaml}. */
  static Profile parse(String name, String text) throws FaultyFileException {
    return read(YamlDocument.parse(name + ".yaml", text), Families.in(List.of()));
  }

  private static Profile read(YamlDocument document, Families families) throws FaultyFileException {
    Fields own = document.root(KEYS);
    List<YamlDocument> below = families.of(document, own);
    List<String> sources = new ArrayList<>(sources(own, below.isEmpty()));
    Fields merged = own;
    for (YamlDocument each : below) {
      Fields family = each.root(FAMILY_KEYS);
      familyName(family, ProfileFolders.nameOf(Path.of(each.file())));
      sources.addAll(sources(family, false));
      merged = merged.over(Optional.of(family));
    }
    if (!below.isEmpty() && sources.isEmpty()) {
      sources(merged, true);
    }
    Profile profile = new ProfileReader(merged, false).profile(sources);
    List<FaultyFileException> faulty = new ArrayList<>();
    document.faulty().ifPresent(faulty::add);
    below.forEach(each -> each.faulty().ifPresent(faulty::add));
    if (!faulty.isEmpty()) {
      throw FaultyFileException.together(faulty);
    }
    return profile;
  }

  private static void family(YamlDocument document, String fileName, Families families)
      throws FaultyFileException {
    document.partial();
    Fields fields = document.root(FAMILY_KEYS);
    familyName(fields, fileName);
    for (YamlDocument each : families.of(document, fields)) {
      each.partial();
      fields = fields.over(Optional.of(each.root(FAMILY_KEYS)));
    }
    sources(fields, false);
    new ProfileReader(fields, true).parts();
    document.check();
  }

  private Profile profile(List<String> sources) {
    String name = name(fields);
    Standing standing = standing(fields);
    Optional<String> verifiedOn = fields.find("verified-on").flatMap(ProfileReader::verifiedOn);
    Parts parts = parts();
    return new Profile(
        name,
        parts.vendor(),
        parts.system(),
        standing,
        verifiedOn,
        List.copyOf(sources),
        parts.identify(),
        portName,
        parts.cli(),
        parts.relayCli(),
        parts.relaySnmp(),
        parts.refused(),
        parts.naming());
  }

  /** What profiles and families have in common. */
  private record Parts(
      String vendor,
      String system,
      Identify identify,
      Optional<Cli> cli,
      Optional<RelayCli> relayCli,
      Optional<RelaySnmp> relaySnmp,
      Optional<String> refused,
      PortNaming naming) {}

  private Parts parts() {
    CliReader cliReader = new CliReader(placeholders);
    SnmpReader snmpReader = new SnmpReader(placeholders);
    Optional<Fields> relay =
        fields
            .need("reflective-relay", "how it is set and read back: 'cli', 'snmp' or both")
            .flatMap(each -> each.fields("cli", "snmp", "refused"));
    Optional<String> refused = relay.flatMap(each -> each.find("refused")).flatMap(Value::prose);
    boolean showOnly = relay.filter(each -> each.has("refused")).isPresent();
    Optional<RelayCli> relayCli =
        relay.flatMap(each -> each.find("cli")).flatMap(each -> cliReader.relay(each, showOnly));
    Optional<RelaySnmp> relaySnmp =
        relay.flatMap(each -> each.find("snmp")).flatMap(each -> snmpReader.relay(each, showOnly));
    Optional<Cli> cli = fields.find("cli").flatMap(cliReader::cli);
    if (!partial) {
      relay
          .filter(each -> !each.has("cli") && !each.has("snmp"))
          .ifPresent(each -> each.fault("'reflective-relay' needs 'cli', 'snmp' or both"));
      if (relay.filter(each -> each.has("cli")).isPresent() && !fields.has("cli")) {
        fields.fault("missing key 'cli': 'reflective-relay' has commands, so say the prompt here");
      }
    }
    return new Parts(
        fields.need("vendor", "who makes the system").flatMap(Value::prose).orElse(""),
        fields.need("system", "the operating system's name").flatMap(Value::prose).orElse(""),
        fields.find("identify").map(ProfileReader::identify).orElse(nobody()),
        cli,
        relayCli,
        relaySnmp,
        refused,
        naming());
  }

  private PortNaming naming() {
    Map<String, String> abbreviations = new LinkedHashMap<>();
    String form = "letters and '-', such as XGE of XGE1/0/1";
    fields
        .find(ABBREVIATIONS)
        .map(each -> each.entries(WORD, form))
        .orElse(Map.of())
        .forEach(
            (word, value) ->
                value
                    .text(WORD, "the whole word, " + form.replace("XGE", "Ethernet"))
                    .ifPresent(whole -> abbreviations.put(word, whole)));
    return new PortNaming(
        abbreviations, fields.find(AGGREGATE_NAME).flatMap(each -> each.pattern(0)));
  }

  private static String name(Fields fields) {
    return fields
        .need("profile", "what it is called, as a rule like the file without .yaml")
        .flatMap(each -> each.text(NAME, "1 to 64 of a-z, 0-9 and '-'"))
        .orElse("");
  }

  /** Families are looked for by their files' names. */
  private static void familyName(Fields fields, String fileName) {
    Optional<Value> value = fields.need(Families.KEY, "the file's name without .yaml");
    Optional<String> name =
        value.flatMap(each -> each.text(NAME, "1 to 64 of a-z, 0-9 and '-', like the file"));
    if (name.isPresent() && !name.get().equals(fileName)) {
      String because = "the file is named '" + fileName + "'; rename one of them";
      value.orElseThrow().refuse(name.get(), because);
    }
  }

  private static Map<String, String> constants(Fields fields) {
    Map<String, String> constants = new LinkedHashMap<>();
    Map<String, Value> named =
        fields
            .find("constants")
            .map(each -> each.entries(CONSTANT, "1 to 32 of a-z and '-', a letter first"))
            .orElse(Map.of());
    named.forEach(
        (name, value) -> {
          if (Placeholders.OWN.contains("{" + name + "}")) {
            value.fault("{" + name + "} has a meaning of its own; choose another name");
          }
          value
              .text()
              .filter(each -> Placeholders.in(value, each, List.of()).isPresent())
              .ifPresent(each -> constants.put(name, each));
        });
    return constants;
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

  private static List<String> sources(Fields fields, boolean needed) {
    List<String> sources = new ArrayList<>();
    Optional<Value> value =
        needed
            ? fields.need("sources", "where each command comes from, as a list")
            : fields.find("sources");
    value
        .map(Value::someItems)
        .orElse(List.of())
        .forEach(each -> each.prose().ifPresent(sources::add));
    return sources;
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
