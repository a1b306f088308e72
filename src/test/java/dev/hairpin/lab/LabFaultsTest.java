package dev.hairpin.lab;

import static dev.hairpin.lab.LabFiles.BASE;
import static dev.hairpin.lab.LabFiles.CONTRACT;
import static dev.hairpin.lab.LabFiles.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hairpin.yaml.Fault;
import dev.hairpin.yaml.FaultyFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault that a lab file can have, with its place and the words it is reported in. */
final class LabFaultsTest {
  private static final String PORTS = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}";
  private static final String SECRET =
      " must not stand in this file; put it into an environment variable or a file and write"
          + " env:NAME or file:PATH";

  static List<Arguments> single() {
    return List.of(
        change(
            "lab: rack12",
            "lab: Rack 12",
            "1:6: 'lab' can't be 'Rack 12'; it must be 1 to 32 of a-z, 0-9 and '-'"),
        change(
            "lab: rack12",
            "lab: " + "x".repeat(33),
            "1:6: 'lab' can't be '" + "x".repeat(33) + "'; it must be 1 to 32 of a-z, 0-9 and '-'"),
        change("lab: rack12", "# no name", "2:1: missing key 'lab': its name"),
        change("timing:", "timings:", "36:1: unknown key 'timings'; did you mean 'timing'?"),
        // host
        change(
            "address: local",
            "address: loacl",
            "3:12: 'address' can't be 'loacl'; did you mean 'local'? It must be local or"
                + " ssh://USER@HOST:PORT",
            "3:3: missing key 'key': the private key's file, for the login",
            "3:3: missing key 'host-key': the server's fingerprint (SHA256:...), or 'known-hosts':"
                + " a file; without one nobody knows who gets the password"),
        change(
            "address: local",
            "address: ssh://kvm3\n  key: k\n  known-hosts: kh",
            "3:12: 'address' can't be 'ssh://kvm3'; it must be local or ssh://USER@HOST:PORT"),
        change(
            "address: local",
            "address: ssh://qa@kvm3:70000\n  key: k\n  known-hosts: kh",
            "3:12: 'address' can't be 'ssh://qa@kvm3:70000'; it must be local or"
                + " ssh://USER@HOST:PORT"),
        change(
            "address: local",
            "address: local\n  key: k",
            "4:8: 'key' is for an 'address: ssh://...' only"),
        change(
            "virtualization: qemu",
            "virtualization: libvrt",
            "4:19: 'virtualization' can't be 'libvrt'; did you mean 'libvirt'? It must be qemu or"
                + " libvirt"),
        change(
            "accelerator: auto",
            "accelerator: on",
            "5:16: 'accelerator' can't be 'on'; it must be auto, kvm or tcg"),
        // uplinks and upstream
        change(
            "- name: tor1\n    nic",
            "- name: Tor1\n    nic",
            "7:11: 'name' can't be 'Tor1'; it must be 1 to 64 of a-z, 0-9 and '-'"),
        change(
            "nic: eth3",
            "nic: ethernet-number-3",
            "8:10: 'nic' can't be 'ethernet-number-3'; it must be a Linux interface's name (1 to 15"
                + " characters), as 'ip link' shows it"),
        change(
            "nic: eth3",
            "nic: -d",
            "8:10: 'nic' can't be '-d'; it must be a Linux interface's"
                + " name (1 to 15 characters), as 'ip link' shows it"),
        change("switch: tor1", "switch: tro1", "9:13: unknown switch 'tro1'; did you mean 'tor1'?"),
        change(
            "port: swp1",
            "port: swp1;reboot",
            "10:11: 'port' can't be 'swp1;reboot'; port names of profile 'linux-bridge' match "
                + PORTS),
        change(
            "port: swp1",
            "port: sixteen-letters-",
            "10:11: 'port' can't be 'sixteen-letters-'; port names of profile 'linux-bridge' match "
                + PORTS),
        change(
            "port: swp1",
            "prot: swp1",
            "7:5: missing key 'port': the port as the switch calls it",
            "10:5: unknown key 'prot'; did you mean 'port'?"),
        change(
            "vlan: 120",
            "vlan: 4095",
            "11:11: 'vlan' can't be '4095'; it must be a whole number, 1 to 4094"),
        change(
            "upstream:",
            "  - {name: tor1, nic: eth5, switch: tor1, port: swp5}\nupstream:",
            "12:12: 'name' can't be 'tor1'; uplink 'tor1' has it already; each can be used once"),
        change(
            "upstream:",
            "  - {name: tor2, nic: eth3, switch: tor1, port: swp5}\nupstream:",
            "12:23: 'nic' can't be 'eth3'; uplink 'tor1' has it already; each can be used once"),
        change(
            "upstream:",
            "  - {name: tor2, nic: eth5, switch: tor1, port: swp1}\nupstream:",
            "12:49: 'port' can't be 'swp1'; uplink 'tor1' has it already; each can be used once"),
        change(
            "nic: eth4",
            "nic: eth3",
            "13:8: 'nic' can't be 'eth3'; uplink 'tor1' has it already; each can be used once"),
        change(
            "nic: eth4",
            "nik: eth4",
            "13:3: missing key 'nic': a NIC of this machine on another port",
            "13:3: unknown key 'nik'; did you mean 'nic'?"),
        // switches
        change(
            "profile: linux-bridge",
            "profile: linux-brigde",
            "16:14: no profile 'linux-brigde' in switch-profiles; did you mean 'linux-bridge'?"),
        change(
            "profile: linux-bridge",
            "profile: ./nowhere.yaml",
            "16:14: no profile file /etc/hairpin/nowhere.yaml; check the path"),
        change(
            "address: 192.0.2.10",
            "address: 192.0.2.300",
            "17:14: 'address' can't be '192.0.2.300'; it must be a host name or an IP address alone"
                + " (user and port have own keys)"),
        change(
            "address: 192.0.2.10",
            "address: qa@tor1:22",
            "17:14: 'address' can't be 'qa@tor1:22'; it must be a host name or an IP address alone"
                + " (user and port have own keys)"),
        change(
            "control: ssh",
            "control: shh",
            "18:14: 'control' can't be 'shh'; did you mean 'ssh'? It must be ssh or snmp"),
        change(
            "    control: ssh ",
            "    # ",
            "15:5: missing key 'control': ssh or snmp, which one sets reflective relay"),
        change(
            "control: ssh",
            "control: snmp\n    shh: {}",
            "19:5: unknown key 'shh'; did you mean 'ssh'?"),
        change(
            "waivers:",
            "  - {name: tor1, profile: linux-bridge, address: h, snmp: {version: 2c,"
                + " community: env:C}}\nwaivers:",
            "32:12: 'name' can't be 'tor1'; another switch has this name; choose a new one"),
        change(
            "waivers:",
            "  - {name: tor2, profile: linux-bridge, address: h}\nwaivers:",
            "32:5: missing key 'ssh' or 'snmp': how reflective relay is set on this switch"),
        change(
            "waivers:",
            "  - {name: tor2, profile: linux-bridge, address: h, control: ssh, snmp:"
                + " {version: 2c, community: env:C}}\nwaivers:",
            "32:62: 'control: ssh' needs a block 'ssh:' with the login"),
        // ssh
        change(
            "port: 22",
            "port: 65536",
            "20:13: 'port' can't be '65536'; it must be a whole number, 1 to 65535"),
        change(
            "username: qa\n      password",
            "username: q a\n      password",
            "21:17: 'username' can't be 'q a'; it must be a user's name without spaces, ':', '@'"
                + " and '/'"),
        change("password: env:TOR1_PASSWORD", "password: hunter2", "22:17: 'password'" + SECRET),
        change(
            "password: env:TOR1_PASSWORD",
            "passwort: env:TOR1",
            "20:7: missing key 'password': env:NAME or file:PATH, or 'private-key': a file, or 'login:"
                + " agent'",
            "22:7: unknown key 'passwort'; did you mean 'password'?"),
        change(
            "password: env:TOR1_PASSWORD",
            "private-key: id\n      login: agent",
            "23:14: 'login: agent' and 'private-key' exclude each other; take one out"),
        change(
            "env:TOR1_PASSWORD",
            "env:TOR1 PASSWORD",
            "22:17: 'password': after 'env:' comes an environment variable's name"),
        change(
            "env:TOR1_PASSWORD",
            "'file:'",
            "22:17: 'password': after 'file:' comes the path of a file"),
        change(
            "env:TOR1_ENABLE", "[hunter2]", "23:24: 'enable-password' must be a text, not a list"),
        change(
            "host-key: SHA256:",
            "host-key: MD5:",
            "24:17: 'host-key' can't be 'MD5:"
                + LabFiles.HOST_KEY.substring(7)
                + "'; it must be"
                + " 'SHA256:' and 43 letters of base64, as 'ssh-keygen -lf' shows it"),
        change(
            "hSuFU ",
            "hSuF ",
            "24:17: 'host-key' can't be '"
                + LabFiles.HOST_KEY.replace("hSuFU", "hSuF")
                + "'; it"
                + " must be 'SHA256:' and 43 letters of base64, as 'ssh-keygen -lf' shows it"),
        change(
            "      host-key:",
            "      # ",
            "20:7: missing key 'host-key': the server's fingerprint (SHA256:...), or 'known-hosts':"
                + " a file; without one nobody knows who gets the password"),
        // snmp
        change(
            "version: 3",
            "version: v2c",
            "27:16: 'version' can't be 'v2c'; did you mean '2c'? It must be 3 or 2c"),
        change("      version: 3", "      # ", "26:7: missing key 'version': 3 or 2c"),
        change(
            "      username: qa\n      auth",
            "      auth",
            "26:7: missing key 'username': version 3 logs a user in"),
        change(
            "version: 3                     # 3 | 2c",
            "version: 2c\n      comunity: x",
            "28:7: unknown key 'comunity'; did you mean 'community'?"),
        change(
            "      authentication: {protocol: SHA-256, password: env:TOR1_AUTH}\n",
            "",
            "29:16: 'privacy' needs 'authentication' beside it"),
        change(
            "protocol: SHA-256",
            "protocol: SHA265",
            "29:34: 'protocol' can't be 'SHA265'; did you mean 'SHA-256'? It must be MD5, SHA-1,"
                + " SHA-224, SHA-256, SHA-384 or SHA-512"),
        change(
            "protocol: AES-128",
            "protocol: aes-128",
            "30:27: 'protocol' can't be 'aes-128'; did you mean 'AES-128'? It must be DES, 3DES,"
                + " AES-128, AES-192, AES-256, AES-192-C or AES-256-C"),
        change(
            "AES-128, password: env:TOR1_PRIV",
            "AES-128, password: privacy-pass",
            "30:46: 'password'" + SECRET),
        change("community: env:TOR1_COMMUNITY", "community: public", "31:18: 'community'" + SECRET),
        // waivers and timing
        change(
            "check: private-unicast-isolated",
            "check: private-unicast-isolate",
            "33:12: unknown check 'private-unicast-isolate'; did you mean"
                + " 'private-unicast-isolated'? If a scenario of your own has that id, 'hairpin run"
                + " --features DIR' finds it there"),
        change(
            "reason: why this failure is accepted here",
            "reason: ' '",
            "34:13: 'reason' is empty; say it in a few words"),
        change(
            "    reason: why this failure is accepted here\n",
            "",
            "33:5: missing key 'reason': why this failure is accepted here; it stands in every"
                + " report"),
        change(
            "until: 2027-06-30",
            "until: 2027-06-31",
            "35:12: 'until' can't be '2027-06-31'; it must be a day of the calendar as"
                + " YEAR-MONTH-DAY, such as 2027-06-30"),
        change(
            "until: 2027-06-30",
            "diagnosis: isolation-leek",
            "35:16: unknown diagnosis 'isolation-leek'; did you mean 'isolation-leak'?"),
        change(
            "timing:",
            "  - {check: private-unicast-isolated, reason: again}\ntiming:",
            "36:5: 'private-unicast-isolated' is waived twice; take one of the waivers out"),
        change(
            "guard: 20ms",
            "guard: 20",
            "37:10: 'guard' can't be '20'; it must be a whole number with its unit (us, ms or s),"
                + " 1ms to 10s"),
        change(
            "guard: 20ms",
            "guard: 11s",
            "37:10: 'guard' can't be '11s'; it must be a whole number with its unit (us, ms or s),"
                + " 1ms to 10s"));
  }

  @ParameterizedTest
  @MethodSource
  void single(String text, List<String> expected) {
    assertThat(faultsOf(text)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aProfileMustBeAbleToDoWhatControlAsks(@org.junit.jupiter.api.io.TempDir Path folder)
      throws Exception {
    String shipped = java.nio.file.Files.readString(Path.of("switch-profiles/linux-bridge.yaml"));
    String cliOnly =
        shipped
            .substring(0, shipped.indexOf("reflective-relay:\n"))
            .replace("profile: linux-bridge", "profile: cli-only");
    java.nio.file.Files.writeString(folder.resolve("cli-only.yaml"), cliOnly);
    String path = folder.resolve("cli-only.yaml").toString();
    String text = CONTRACT.replace("linux-bridge ", path + " ");
    assertThat(faultsOf(text.replace("control: ssh", "control: snmp")))
        .containsExactly(
            "18:14: profile 'cli-only' can't set reflective relay over SNMP; use 'control: ssh'"
                + " with its block, or another profile");
    assertThat(LabReader.parse("lab.yaml", text, BASE, SHIPPED).profiles()).containsKey("tor1");
  }

  @Test
  void everyFaultIsReportedAtOnceInOrder() {
    String text =
        CONTRACT
            .replace("rack12", "RACK")
            .replace("nic: eth3", "nick: eth3")
            .replace("swp1", "a b")
            .replace("env:TOR1_PASSWORD", "secret1")
            .replace("SHA-256", "SHA-2")
            .replace("env:TOR1_PRIV", "secret2")
            .replace("20ms", "soon");
    assertThat(faultsOf(text))
        .hasSize(8)
        .extracting(each -> each.substring(0, each.indexOf(": ")))
        .containsExactly("1:6", "7:5", "8:5", "10:11", "22:17", "29:34", "30:46", "37:10");
  }

  @Test
  void aSecretInTheFileIsNeverRepeated() {
    for (String key :
        List.of("TOR1_PASSWORD", "TOR1_ENABLE", "TOR1_AUTH", "TOR1_PRIV", "TOR1_COMMUNITY")) {
      for (String literal :
          List.of(
              "s3cr3t",
              "'s3cr3t: x'",
              "[s3cr3t]",
              "{s: s3cr3t}",
              "env:s3-cr3t",
              "\"env: s3cr3t\"",
              "\"s3cr3t\\n\"",
              "'file:\u00ads3cr3t'",
              "s3cr3t: x",
              "'s3cr3t")) {
        FaultyFileException thrown = faulty(CONTRACT.replace("env:" + key, literal));
        if (thrown == null) {
          assertThat(literal).startsWith("'file:");
          continue;
        }
        assertThat(thrown.getMessage()).as(key + " " + literal).doesNotContain("s3cr3t", "s3-cr3t");
        assertThat(thrown.faults()).noneMatch(each -> each.offending().contains("cr3t"));
      }
    }
  }

  private static List<String> faultsOf(String text) {
    FaultyFileException thrown = faulty(text);
    assertThat(thrown).as("nothing was refused").isNotNull();
    assertThat(thrown.getMessage().lines()).allMatch(each -> each.startsWith("lab.yaml:"));
    return thrown.faults().stream().map(Fault::toString).toList();
  }

  private static FaultyFileException faulty(String text) {
    return catchThrowableOfType(
        FaultyFileException.class, () -> LabReader.parse("lab.yaml", text, BASE, SHIPPED));
  }

  private static Arguments change(String from, String to, String... faults) {
    int at = CONTRACT.indexOf(from);
    assertThat(at).as(from).isNotNegative();
    String text = CONTRACT.substring(0, at) + to + CONTRACT.substring(at + from.length());
    return Arguments.of(text, List.of(faults));
  }
}
