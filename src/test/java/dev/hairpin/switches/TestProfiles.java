package dev.hairpin.switches;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Profiles as their files would give them. */
final class TestProfiles {
  private TestProfiles() {}

  /** Of a system with modes, like {@link StandInSwitch}. */
  static Profile modes(String... open) {
    return profile(
        "modes",
        "(Ethernet|Port-Channel)[0-9/]+",
        new Profile.Cli(
            Pattern.compile("[\\w.-]+(\\([\\w.-]+\\))?[>#]\\s*$"),
            List.of(open),
            List.of(Pattern.compile("^% (Invalid|Incomplete|Ambiguous|Bad)"))),
        new Profile.RelayCli(
            List.of("configure", "interface {port}", "switchport source-interface tx", "end"),
            List.of("configure", "interface {port}", "no switchport source-interface tx", "end"),
            new Profile.ShowCommand(
                "show running-config interfaces {port}",
                Pattern.compile("^\\s*switchport source-interface tx\\s*$"),
                Optional.empty()),
            List.of("write memory")));
  }

  /** Of a bash login; hairpin is kept in a file for each port of the given folder. */
  static Profile bash(String folder) {
    return bash(folder, "cat %s/{port}");
  }

  static Profile bash(String folder, String show) {
    return profile(
        "bash",
        "[a-z0-9]+",
        new Profile.Cli(
            Pattern.compile("[#$] $"),
            List.of(),
            List.of(Pattern.compile("No such file"), Pattern.compile("command not found"))),
        new Profile.RelayCli(
            List.of("test -f %s/{port} || ls %s/{port}", "echo hairpin on > %s/{port}").stream()
                .map(command -> command.replace("%s", folder))
                .toList(),
            List.of("test -f %s/{port} || ls %s/{port}", "echo hairpin off > %s/{port}").stream()
                .map(command -> command.replace("%s", folder))
                .toList(),
            new Profile.ShowCommand(
                show.replace("%s", folder),
                Pattern.compile("hairpin on"),
                Optional.of(Pattern.compile("hairpin off"))),
            List.of()));
  }

  /** Set over SNMP alone. */
  static Profile snmp(Profile.RelaySnmp relay) {
    return new Profile(
        "by-snmp",
        "Test",
        "Test",
        Profile.Standing.DOCUMENTED,
        Optional.empty(),
        List.of(),
        new Profile.Identify(
            List.of("1.3.6.1.4.1.8072.3.2."), Optional.of(Pattern.compile("^Linux "))),
        Pattern.compile("[a-z][a-z0-9]*"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(relay),
        Optional.empty());
  }

  private static Profile profile(
      String name, String port, Profile.Cli cli, Profile.RelayCli relay) {
    return new Profile(
        name,
        "Test",
        "Test",
        Profile.Standing.DOCUMENTED,
        Optional.empty(),
        List.of(),
        new Profile.Identify(List.of(), Optional.empty()),
        Pattern.compile(port),
        Optional.of(cli),
        Optional.of(relay),
        Optional.empty(),
        Optional.empty());
  }
}
