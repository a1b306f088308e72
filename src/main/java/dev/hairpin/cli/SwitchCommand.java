package dev.hairpin.cli;

import dev.hairpin.lab.ByHand;
import dev.hairpin.lab.Lab;
import dev.hairpin.lab.ProfileFit;
import dev.hairpin.report.ResultsJson;
import dev.hairpin.run.Interruption;
import dev.hairpin.run.LabChoice;
import dev.hairpin.run.OnePort;
import dev.hairpin.switches.Hardware;
import dev.hairpin.switches.Identity;
import dev.hairpin.switches.PortDescription;
import dev.hairpin.switches.Recognition;
import dev.hairpin.switches.RelayState;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hairpin switch}: one switch port by hand. */
@Command(
    name = "switch",
    mixinStandardHelpOptions = true,
    description = "One switch port by hand: what it is, and its reflective relay.",
    footer = {"", "Example: hairpin switch show --lab rack12.yaml --uplink tor1"},
    subcommands = {
      SwitchCommand.Identify.class,
      SwitchCommand.Show.class,
      SwitchCommand.On.class,
      SwitchCommand.Off.class
    })
final class SwitchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say identify, show, on or off");
  }

  /** What the four have in common. */
  abstract static class OnPort implements Callable<Integer> {
    @Option(
        names = "--lab",
        paramLabel = "LAB",
        required = true,
        description =
            "A lab file; or embedded, when that lab was brought up with 'hairpin lab up', or its id.")
    private String lab = LabChoice.EMBEDDED;

    @Option(
        names = "--uplink",
        paramLabel = "NAME",
        required = true,
        description = "The uplink's name in the lab file.")
    private String uplink = "";

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      try (OnePort port = OnePort.open(lab, uplink)) {
        return act(port);
      }
    }

    abstract int act(OnePort port) throws Exception;

    /** Prints facts: as JSON, or a line each. */
    void print(Map<String, Object> facts) {
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(ResultsJson.any(facts));
      } else {
        facts.forEach((name, value) -> out.printf("%-18s %s%n", name, value));
      }
    }

    /** Says something beside the facts. */
    void say(String note) {
      Notes.say(spec.commandLine().getErr(), note);
    }

    static Map<String, Object> facts(OnePort port) {
      Lab.Uplink uplink = port.uplink();
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("uplink", uplink.name());
      facts.put("switch", uplink.switchName());
      facts.put("port", uplink.port());
      return facts;
    }
  }

  /** {@code hairpin switch identify}. */
  @Command(
      name = "identify",
      mixinStandardHelpOptions = true,
      description =
          "What the switch says it is, and whether that fits its profile; changes nothing.",
      footer = {"", "Example: hairpin switch identify --lab rack12.yaml --uplink tor1"})
  static final class Identify extends OnPort {
    @Override
    int act(OnePort port) throws Exception {
      Identity identity = port.session().identify();
      Map<String, Object> facts = facts(port);
      facts.put("profile", port.profile().name());
      facts.put("fits-profile", identity.fit().name().toLowerCase(java.util.Locale.ROOT));
      List<Recognition> fitting = ProfileFit.pointsTo(identity);
      if (!fitting.isEmpty()) {
        facts.put("points-to", fitting.get(0).profile());
        facts.put("fitting-profiles", fitting.stream().map(Recognition::profile).toList());
      }
      identity.description().ifPresent(each -> facts.put("description", each));
      identity.objectId().ifPresent(each -> facts.put("sys-object-id", each));
      identity.systemName().ifPresent(each -> facts.put("sys-name", each));
      identity.prompt().ifPresent(each -> facts.put("prompt", each));
      Hardware hardware = port.session().hardware();
      hardware.model().ifPresent(each -> facts.put("model", each));
      hardware.version().ifPresent(each -> facts.put("software-version", each));
      hardware.serial().ifPresent(each -> facts.put("serial", each));
      print(facts);
      return ExitCode.OK;
    }
  }

  /** {@code hairpin switch show}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description =
          "The port's reflective relay and what else the switch says of it; changes nothing.",
      footer = {"", "Example: hairpin switch show --lab rack12.yaml --uplink tor1"})
  static final class Show extends OnPort {
    @Override
    int act(OnePort port) throws Exception {
      Map<String, Object> facts = facts(port);
      facts.put("reflective-relay", port.session().show(port.uplink().port()).toString());
      if (port.session().hasSnmp()) {
        facts.putAll(PortDescription.of(port.session(), port.uplink().port()));
      }
      print(facts);
      return ExitCode.OK;
    }
  }

  /** {@code hairpin switch on}. */
  @Command(
      name = "on",
      mixinStandardHelpOptions = true,
      description = "Sets reflective relay on and reads it back. It stays so.",
      footer = {"", "Example: hairpin switch on --lab rack12.yaml --uplink tor1"})
  static final class On extends Setting {
    @Override
    int act(OnePort port) throws Exception {
      return set(this, port, RelayState.ON);
    }
  }

  /** {@code hairpin switch off}. */
  @Command(
      name = "off",
      mixinStandardHelpOptions = true,
      description = "Sets reflective relay off and reads it back. It stays so.",
      footer = {"", "Example: hairpin switch off --lab rack12.yaml --uplink tor1"})
  static final class Off extends Setting {
    @Override
    int act(OnePort port) throws Exception {
      return set(this, port, RelayState.OFF);
    }
  }

  /** What setting takes beside {@link OnPort}. */
  abstract static class Setting extends OnPort {
    @Option(
        names = "--save",
        description = "Also makes it permanent, by the profile's save commands.")
    private boolean save;
  }

  private static int set(Setting command, OnePort port, RelayState wanted) throws Exception {
    Interruption interruption = Interruption.watch(command::say);
    try {
      ByHand set = port.set(wanted, command::say, interruption::requested);
      boolean toSave = command.save && set.applied() && !set.undone();
      boolean saved = toSave && port.session().save(port.uplink().port());
      if (toSave && !saved) {
        command.say(
            "nothing was saved: the switch's profile has no commands for it. Next: save it on the switch by hand, where it would be lost at a restart");
      }
      Map<String, Object> facts = OnPort.facts(port);
      facts.put("before", set.before().toString());
      facts.put("reflective-relay", set.now().toString());
      facts.put("applied", set.applied());
      facts.put("saved", saved);
      set.others().ifPresent(each -> facts.put("other-ports", each));
      command.print(facts);
      if (set.undone()) {
        command.say("port %s is as it was found".formatted(port.uplink().port()));
      }
      set.others().ifPresent(each -> command.say("other ports changed meanwhile: " + each));
      return set.applied() && set.others().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    } finally {
      interruption.allPutBack();
    }
  }
}
