package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hairpin.switches.Profile.SnmpSet;
import dev.hairpin.switches.Profile.Standing;
import dev.hairpin.yaml.Fault;
import dev.hairpin.yaml.FaultyFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ProfileReaderTest {
  /** The contract's own example, with OIDs where it has three dots. */
  static final String ARISTA =
      """
      profile: arista-eos
      vendor: Arista
      system: EOS
      standing: documented                 # documented | verified (then verified-on: model, version, date)
      sources: ["..."]                     # where each command comes from
      identify:
        sys-object-id: ["1.3.6.1.4.1.30065."]   # prefixes
        sys-descr: "Arista Networks EOS"        # regular expression
      port-name: "(Ethernet|Port-Channel)[0-9/]+"
      cli:
        prompt: "[\\\\w.-]+(\\\\([\\\\w.-]+\\\\))?[>#]\\\\s*$"
        open: ["enable", "terminal length 0"]   # once per session; {enable} stands for the enable password
        errors: ["^% (Invalid|Incomplete|Ambiguous)"]
      reflective-relay:
        cli:
          enable:  ["configure", "interface {port}", "switchport source-interface tx", "end"]
          disable: ["configure", "interface {port}", "no switchport source-interface tx", "end"]
          show:    {command: "show running-config interfaces {port}", enabled: "^\\\\s*switchport source-interface tx\\\\s*$"}
          save:    ["write memory"]        # only with --save
        snmp:
          enable:  [{oid: "1.3.6.1.4.1.26543.2.7.6.1.1.2.3.1.59.{port-index}", type: integer, value: 1}]
          disable: [{oid: "1.3.6.1.4.1.26543.2.7.6.1.1.2.3.1.59.{port-index}", type: integer, value: 2}]
          show:    {oid: "1.3.6.1.4.1.26543.2.7.6.1.1.2.2.1.59.{port-index}", enabled: 1}
      """;

  @TempDir Path folder;

  @Test
  void theContractsExampleIsRead() throws Exception {
    Profile profile = ProfileReader.parse("arista-eos", ARISTA);
    assertThat(profile.name()).isEqualTo("arista-eos");
    assertThat(profile.standing()).isEqualTo(Standing.DOCUMENTED);
    assertThat(profile.verifiedOn()).isEmpty();
    assertThat(profile.identify().sysObjectId()).containsExactly("1.3.6.1.4.1.30065.");
    assertThat(profile.cli().orElseThrow().open()).containsExactly("enable", "terminal length 0");
    assertThat(profile.cli().orElseThrow().prompt().matcher("tor1(config-if-Et1)#").find())
        .isTrue();
    Profile.RelayCli relay = profile.relayCli().orElseThrow();
    assertThat(relay.enable()).hasSize(4).contains(CliStep.of("interface {port}"));
    assertThat(relay.save()).containsExactly(CliStep.of("write memory"));
    String running = "interface Ethernet1\n   switchport source-interface tx\n";
    assertThat(relay.show().enabled().matcher(running).find()).isTrue();
    assertThat(relay.show().enabled().matcher("   no switchport source-interface tx\n").find())
        .isFalse();
    assertThat(relay.show().disabled()).isEmpty();
    Profile.RelaySnmp snmp = profile.relaySnmp().orElseThrow();
    String oid = "1.3.6.1.4.1.26543.2.7.6.1.1.2.3.1.59.{port-index}";
    assertThat(snmp.disable()).containsExactly(new SnmpSet(oid, "integer", "2"));
    assertThat(snmp.show().enabled()).isEqualTo("1");
  }

  @Test
  void portNamesMatchAsAWhole() throws Exception {
    Profile profile = ProfileReader.parse("arista-eos", ARISTA);
    assertThat(profile.acceptsPort("Ethernet1/2")).isTrue();
    assertThat(profile.acceptsPort("Port-Channel7")).isTrue();
    for (String each : List.of("", "swp1", "Ethernet1 ; reload", "xEthernet1", "Ethernet1\nend")) {
      assertThat(profile.acceptsPort(each)).as(each).isFalse();
    }
  }

  @Test
  void anEndlessPortExpressionIsStopped() throws Exception {
    String text = ARISTA.replace("(Ethernet|Port-Channel)[0-9/]+", "(a|a|aa)+b");
    assertThat(ProfileReader.parse("arista-eos", text).acceptsPort("a".repeat(64))).isFalse();
  }

  static List<Arguments> faults() {
    return List.of(
        change(
            "profile: arista-eos",
            "profile: Arista EOS",
            "1:10: 'profile' can't be 'Arista EOS'; it must be 1 to 64 of a-z, 0-9 and '-'"),
        change(
            "vendor: Arista",
            "vender: Arista",
            "1:1: missing key 'vendor': who makes the system",
            "2:1: unknown key 'vender'; did you mean 'vendor'?"),
        change(
            "standing: documented",
            "standing: verifyed",
            "4:11: 'standing' can't be 'verifyed'; did you mean 'verified'? It must be documented"
                + " or verified"),
        change(
            "standing: documented",
            "standing: verified",
            "1:1: missing key 'verified-on': model, version and date, as 'standing' is verified"),
        change(
            "system: EOS",
            "system: EOS\nverified-on: 'X, 1, 2026-01-01'",
            "4:14: 'verified-on' goes with 'standing: verified' only; mend one of the two"),
        change(
            "standing: documented",
            "verified-on: me\nstanding: verified",
            "4:14: 'verified-on' can't be 'me'; it must be MODEL, VERSION, DATE, such as"
                + " 'DCS-7050SX3, EOS 4.32.1F, 2026-11-22'"),
        change(
            "sources: [\"...\"]",
            "sources: []",
            "5:10: 'sources' is an empty list; it needs at least one item"),
        change(
            "1.3.6.1.4.1.30065.",
            ".1.3.6",
            "7:19: item 1 of 'sys-object-id' can't be '.1.3.6'; leave the leading dot out"),
        change(
            "\"1.3.6.1.4.1.30065.\"",
            "enterprises.30065",
            "7:19: item 1 of 'sys-object-id' can't be 'enterprises.30065'; it must be an OID in"
                + " numbers, such as 1.3.6.1.2.1.1.2.0"),
        change(
            "(Ethernet|",
            "(Ethernet(|",
            "9:44: 'port-name' is no regular expression: Unclosed group; mend it, or put a \\ before"
                + " what is meant literally"),
        change(
            "  prompt:",
            "  promt:",
            "11:3: missing key 'prompt': a regular expression for the end of what is shown while it"
                + " waits",
            "11:3: unknown key 'promt'; did you mean 'prompt'?"),
        change(
            "[\"enable\", \"terminal",
            "[\"enable\", \"{enabel}\", \"{port}\", \"terminal",
            "12:21: unknown placeholder '{enabel}'; did you mean '{enable}'?",
            "12:33: placeholder '{port}' is not filled in here; this place knows {enable}"),
        change(
            "\"^% (Invalid",
            "\"ok\", \"^% [Invalid",
            "13:51: item 2 of 'errors' is no regular expression: Unclosed character class; mend it,"
                + " or put a \\ before what is meant literally"),
        change(
            "[\"configure\", \"interface {port}\", \"switchport",
            "[\"configure\", \"interface {prot}\", \"switchport",
            "16:39: unknown placeholder '{prot}'; did you mean '{port}'?"),
        change(
            "\"interface {port}\", \"switchport",
            "\"interface { Port }\", \"switchport",
            "16:39: unknown placeholder '{ Port }'; did you mean '{port}'?"),
        change(
            "\"interface {port}\", \"switchport",
            "\"interface {if-index}\", \"switchport",
            "16:39: placeholder '{if-index}' is not filled in here; this place knows {port}"),
        change(
            "\"interface {port}\", \"switchport",
            "\" \", \"\", \"a\\nb\", \"{port}\", \"switchport",
            "16:28: item 2 of 'enable' is blank; write a command, or take the line out",
            "16:33: item 3 of 'enable' is empty; give it a value, or take the line out",
            "16:39: item 4 of 'enable' has a line break or control character in it; take it out"),
        change(
            "\"interface {port}\", \"switchport",
            "\"switchport",
            "16:14: 'enable' names no port; put {port} into one of its commands"),
        change(
            "enable:  [\"configure\", \"interface {port}\", \"switchport source-interface tx\", \"end\"]",
            "enable: configure",
            "16:13: 'enable' must be a list (each item on a line of its own after '- '), not a"
                + " text"),
        change(
            "interfaces {port}",
            "interfaces",
            "18:24: this command names no port; put {port} where the port belongs"),
        change(
            ", enabled: \"^",
            ", on: \"^",
            "18:14: missing key 'enabled': a regular expression found in the output when on, and"
                + " only then",
            "18:65: unknown key 'on'; known are command, enabled, disabled"),
        change(
            "type: integer, value: 1",
            "type: int, value: 1",
            "21:80: 'type' can't be 'int'; did you mean 'integer'? It must be integer, unsigned,"
                + " string, hex-string or oid"),
        change(
            "type: integer, value: 1",
            "type: integer, value: on",
            "21:96: 'value' can't be 'on'; it must be a whole number, -2147483648 to 2147483647"),
        change(
            "type: integer, value: 1",
            "type: unsigned, value: 4294967296",
            "21:97: 'value' can't be '4294967296'; it must be a whole number, 0 to 4294967295"),
        change(
            "type: integer, value: 1",
            "type: hex-string, value: 0A:F",
            "21:99: 'value' can't be '0A:F'; it must be pairs of hexadecimal digits, such as"
                + " 0A:FF"),
        change(
            "type: integer, value: 1",
            "type: string, value: '{port}'",
            "21:96: placeholder '{port}' can't stand here; write the value itself"),
        change(
            "type: integer, value: 1",
            "type: oid, value: 3.1",
            "21:92: 'value' can't be '3.1'; an OID begins with 0, 1 or 2"),
        change(
            "1.59.{port-index}\", type: integer, value: 1",
            "1.59.{portindex}\", type: integer, value: 1",
            "21:59: unknown placeholder '{portindex}'; did you mean '{port-index}'?"),
        change(
            "1.59.{port-index}\", type: integer, value: 1",
            "1.59.4294967296\", type: integer, value: 1",
            "21:21: 'oid' can't be '1.3.6.1.4.1.26543.2.7.6.1.1.2.3.1.59.4294967296'; it must be an"
                + " OID in numbers, such as 1.3.6.1.2.1.1.2.0"),
        change(
            "1.59.{port-index}\", type: integer, value: 1",
            "1.59.7\", type: integer, value: 1",
            "21:14: 'enable' names no port; put {if-index} or {port-index} into an OID"),
        change(
            "2.2.1.59.{port-index}",
            "2.2.1.59.7",
            "23:20: this OID names no port; put {if-index} or {port-index} into it"));
  }

  @ParameterizedTest
  @MethodSource
  void faults(String text, List<String> expected) {
    assertThat(faultsOf(text)).containsExactlyElementsOf(expected);
  }

  private static String naming(String lines) {
    return ARISTA.replace("cli:\n  prompt", lines + "cli:\n  prompt");
  }

  @Test
  void whatItsTablesShorten() throws Exception {
    PortNaming naming =
        ProfileReader.parse(
                "arista-eos",
                naming("abbreviations: {Et: Ethernet}\naggregate-name: 'Port-Channel[0-9]+'\n"))
            .naming();
    assertThat(naming.whole("Et1/1")).isEqualTo("Ethernet1/1");
    assertThat(naming.whole("ET1/1")).isEqualTo("Ethernet1/1");
    assertThat(naming.whole("Eth1/1")).isEqualTo("Eth1/1");
    assertThat(naming.mayBundle("Port-Channel1", "Ethernet1")).isTrue();
    assertThat(naming.mayBundle("Port-Channel1", "Port-Channel2")).isFalse();
  }

  @Test
  void abbreviationsAreOfWordsAlone() {
    assertThat(faultsOf(naming("abbreviations: {Et1: Ethernet, Po: Port-Channel1}\n")))
        .containsExactly(
            "10:17: name 'Et1' in 'abbreviations' can't be; it must be letters and '-', such as XGE"
                + " of XGE1/0/1",
            "10:36: 'Po' can't be 'Port-Channel1'; it must be the whole word, letters and '-', such"
                + " as Ethernet of Ethernet1/0/1");
  }

  @Test
  void commandsNeedTheCommandLine() {
    String text =
        ARISTA.substring(0, ARISTA.indexOf("cli:"))
            + ARISTA.substring(ARISTA.indexOf("reflective"));
    assertThat(faultsOf(text))
        .containsExactly(
            "1:1: missing key 'cli': 'reflective-relay' has commands, so say the prompt here");
  }

  @Test
  void reflectiveRelayNeedsOneWayAtLeast() {
    String text = ARISTA.substring(0, ARISTA.indexOf("reflective"));
    assertThat(faultsOf(text + "reflective-relay: {}\n"))
        .containsExactly("14:19: 'reflective-relay' needs 'cli', 'snmp' or both");
    assertThat(faultsOf(text))
        .containsExactly(
            "1:1: missing key 'reflective-relay': how it is set and read back: 'cli', 'snmp' or"
                + " both");
  }

  @Test
  void allFaultsComeAtOnceWithTheirOffendingText() {
    String text =
        ARISTA
            .replace("vendor:", "vender:")
            .replace("standing: documented", "standing: maybe")
            .replace("type: integer", "type: intger")
            .replace("terminal length 0", "{enabled}");
    FaultyFileException thrown =
        catchThrowableOfType(
            FaultyFileException.class, () -> ProfileReader.parse("arista-eos", text));
    assertThat(thrown.faults())
        .extracting(Fault::offending)
        .containsExactly("", "vender", "maybe", "{enabled}", "intger", "intger");
    assertThat(thrown.getMessage().lines()).allMatch(each -> each.startsWith("arista-eos.yaml:"));
  }

  @Test
  void aProfileWithoutCommandsNeedsNoPrompt() throws Exception {
    String text =
        """
        profile: only-snmp
        vendor: V
        system: S
        standing: documented
        sources: [MIB]
        port-name: "[0-9]+"
        reflective-relay:
          snmp:
            enable: [{oid: "1.3.6.{if-index}", type: hex-string, value: "0a ff"}]
            disable: [{oid: "1.3.6.{if-index}", type: string, value: off}]
            show: {oid: "1.3.6.{if-index}", enabled: "on"}
        """;
    Profile profile = ProfileReader.parse("only-snmp", text);
    assertThat(profile.cli()).isEmpty();
    assertThat(profile.relayCli()).isEmpty();
    assertThat(profile.identify().sysObjectId()).isEmpty();
    assertThat(profile.relaySnmp().orElseThrow().disable())
        .containsExactly(new SnmpSet("1.3.6.{if-index}", "string", "off"));
  }

  @Test
  void faultsAreReportedUnderTheFileThatWasRead() throws Exception {
    Path file = folder.resolve("arista-eos.yaml");
    Files.writeString(file, ARISTA.replace("vendor: Arista\n", ""));
    FaultyFileException thrown =
        catchThrowableOfType(FaultyFileException.class, () -> ProfileReader.read(file));
    assertThat(thrown).hasMessage(file + ":1:1: missing key 'vendor': who makes the system");
    Files.writeString(file, ARISTA);
    assertThat(ProfileReader.read(file).vendor()).isEqualTo("Arista");
  }

  private static List<String> faultsOf(String text) {
    FaultyFileException thrown =
        catchThrowableOfType(
            FaultyFileException.class, () -> ProfileReader.parse("arista-eos", text));
    assertThat(thrown).as("nothing was refused").isNotNull();
    return thrown.faults().stream().map(Fault::toString).toList();
  }

  private static Arguments change(String from, String to, String... faults) {
    assertThat(ARISTA).contains(from);
    int at = ARISTA.indexOf(from);
    String text = ARISTA.substring(0, at) + to + ARISTA.substring(at + from.length());
    return Arguments.of(text, List.of(faults));
  }
}
