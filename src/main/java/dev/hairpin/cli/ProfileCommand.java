package dev.hairpin.cli;

import dev.hairpin.report.ResultsJson;
import dev.hairpin.switches.Profile;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.switches.ProfileReader;
import dev.hairpin.yaml.FaultyFileException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hairpin profile}: what tells how switch systems are spoken to. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    description = "Profiles: how switch operating systems are spoken to.",
    footer = {"", "Example: hairpin profile check my-switch.yaml"},
    subcommands = {
      ProfileCommand.Listing.class,
      ProfileCommand.Show.class,
      ProfileCommand.Check.class
    })
final class ProfileCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list, show or check");
  }

  private static Map<String, Object> facts(Profile profile) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("profile", profile.name());
    facts.put("vendor", profile.vendor());
    facts.put("system", profile.system());
    facts.put("standing", profile.standing().name().toLowerCase(Locale.ROOT));
    List<String> control = new ArrayList<>();
    profile.relayCli().ifPresent(each -> control.add("ssh"));
    profile.relaySnmp().ifPresent(each -> control.add("snmp"));
    facts.put("control", control);
    facts.put("sets", profile.refused().isEmpty());
    return facts;
  }

  /** {@code hairpin profile list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the profiles there are.",
      footer = {"", "Example: hairpin profile list --json"})
  static final class Listing implements Callable<Integer> {
    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      List<Map<String, Object>> all = new ArrayList<>();
      List<FaultyFileException> faulty = new ArrayList<>();
      for (Path file : ProfileFolders.standard().all().values()) {
        try {
          all.add(facts(ProfileReader.read(file)));
        } catch (FaultyFileException faults) {
          faulty.add(faults);
        }
      }
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(ResultsJson.any(all));
      } else {
        out.printf(
            "%-20s %-12s %-28s %-11s %s%n", "PROFILE", "VENDOR", "SYSTEM", "STANDING", "CONTROL");
        all.forEach(
            each ->
                out.printf(
                    "%-20s %-12s %-28s %-11s %s%n",
                    each.get("profile"),
                    each.get("vendor"),
                    each.get("system"),
                    each.get("standing"),
                    String.valueOf(each.get("control")).replaceAll("[\\[\\]]", "")
                        + (Boolean.FALSE.equals(each.get("sets")) ? " (show only)" : "")));
      }
      if (!faulty.isEmpty()) {
        throw FaultyFileException.together(faulty);
      }
      return ExitCode.OK;
    }
  }

  /** {@code hairpin profile show}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints a profile with what it takes from its families, and where it lies.",
      footer = {"", "Example: hairpin profile show linux-bridge"})
  static final class Show implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "A profile's name or path.")
    private String name = "";

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      Path file = find(name);
      Profile profile = ProfileReader.read(file);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        Map<String, Object> facts = facts(profile);
        facts.put("file", file.toString());
        facts.put("sources", profile.sources());
        facts.put("port-name", profile.portName().pattern());
        facts.put("resolved", ProfileReader.resolved(file).tree());
        out.println(ResultsJson.any(facts));
      } else {
        out.println("# " + file);
        String text = Files.readString(file);
        boolean extended = text.lines().anyMatch(each -> each.startsWith("extends:"));
        out.print(extended ? ProfileReader.resolved(file).text() : text);
        out.flush(); // only whole lines are flushed by themselves
      }
      return ExitCode.OK;
    }
  }

  /** {@code hairpin profile check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Validates a profile file; tells every fault with line and column. Exit status 2 when it has any.",
      footer = {"", "Example: hairpin profile check my-switch.yaml"})
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The profile file.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      PrintWriter out = spec.commandLine().getOut();
      if (!Files.isRegularFile(file)) {
        throw new dev.hairpin.run.UsageException("there is no file '%s'".formatted(file));
      }
      try {
        Optional<Profile> profile = ProfileReader.check(file);
        if (json) {
          out.println(ResultsJson.any(Map.of("file", file.toString(), "faults", List.of())));
        } else {
          String what = profile.map(each -> "profile " + each.name()).orElse("this family");
          out.printf("%s: %s is valid%n", file, what);
          profile
              .filter(each -> !each.name().equals(ProfileFolders.nameOf(file)))
              .ifPresent(
                  each ->
                      out.println(
                          "its file is named otherwise, so a lab file finds it by its path only"));
        }
        return ExitCode.OK;
      } catch (FaultyFileException faults) {
        if (!json) {
          throw faults;
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", file.toString());
        told.put("faults", faults.faultsByFile().getOrDefault(file.toString(), List.of()));
        told.put("faults-by-file", faults.faultsByFile());
        out.println(ResultsJson.any(told));
        return ExitCode.USAGE;
      }
    }
  }

  private static Path find(String name) throws Exception {
    try {
      return ProfileFolders.standard().find(name, Path.of("").toAbsolutePath());
    } catch (NoSuchFileException none) {
      throw new dev.hairpin.run.UsageException(
          none.getReason() == null ? "there is no profile '" + name + "'" : none.getReason());
    }
  }
}
