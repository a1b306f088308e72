package dev.hairpin.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hairpin.embedded.EmbeddedLab;
import dev.hairpin.embedded.LabCables;
import dev.hairpin.embedded.ListedLab;
import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.Sweep;
import dev.hairpin.lab.Waiting;
import dev.hairpin.run.EmbeddedLabs;
import dev.hairpin.run.Interruption;
import dev.hairpin.run.LabChoice;
import dev.hairpin.run.RelayRestoring;
import dev.hairpin.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hairpin lab}: the embedded lab by hand. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    description = "The embedded lab by hand.",
    footer = {
      "",
      "Example: hairpin lab up; hairpin switch show --lab embedded --uplink tor1; hairpin lab down"
    },
    subcommands = {
      LabCommand.Up.class,
      LabCommand.Down.class,
      LabCommand.Listing.class,
      FaultsCommand.class
    })
final class LabCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say up, down, list or faults");
  }

  /** {@code hairpin lab up}. */
  @Command(
      name = "up",
      mixinStandardHelpOptions = true,
      description = "Brings an embedded lab up and leaves it up.",
      footer = {"", "Example: hairpin lab up"})
  static final class Up implements Callable<Integer> {
    @Option(
        names = "--lab",
        paramLabel = "NAME",
        defaultValue = LabChoice.EMBEDDED,
        description = "embedded, embedded-openvswitch or embedded-snmp. Default: ${DEFAULT-VALUE}.")
    private String name = LabChoice.EMBEDDED;

    @Mixin private EmbeddedSwitchOptions embedded = new EmbeddedSwitchOptions();

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      LabChoice choice = LabChoice.of(name).with(embedded.fault()).withUplinks(embedded.uplinks());
      if (!choice.builtIn()) {
        throw new UsageException(
            "'%s' is no built-in lab; only those are brought up".formatted(name));
      }
      StateRoot root = StateRoot.ofEnvironment().prepare();
      Notes.sweep(root, spec.commandLine().getErr());
      Interruption interruption =
          Interruption.watch(each -> Notes.say(spec.commandLine().getErr(), each));
      try (RunDirectory run = RunDirectory.create(root)) {
        EmbeddedLab lab = EmbeddedLab.up(run, EmbeddedLabs.options(choice, true));
        if (interruption.requested()) {
          lab.down();
          return ExitCode.INTERRUPTED;
        }
        lab.keep();
        boolean only = EmbeddedLab.leftUp(root, EmbeddedLabs.options(choice, true)).size() == 1;
        print(lab, choice.cables(), only);
        return ExitCode.OK;
      } finally {
        interruption.allPutBack();
      }
    }

    private void print(EmbeddedLab lab, LabCables cables, boolean only) throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      Map<String, String> facts =
          Map.of(
              "id", lab.id(),
              "host", lab.reachable().hostNamespace().name().orElse(""),
              "switch", lab.reachable().switchNamespace().name().orElse(""),
              "management", lab.reachable().managementNamespace().name().orElse(""));
      if (json) {
        out.println(new ObjectMapper().writeValueAsString(facts));
        return;
      }
      out.printf("lab %s is up%n", lab.id());
      out.printf(
          "  host        ip netns exec %s bash    (%s, eth4 upstream)%n",
          facts.get("host"), cables.nicsInWords());
      out.printf(
          "  switch      ip netns exec %s bash    (br0: %s)%n",
          facts.get("switch"), cables.portsInWords());
      out.printf("  management  ip netns exec %s bash%n", facts.get("management"));
      out.printf(
          "Next: hairpin switch show --lab %s --uplink %s; hairpin lab down %s%n",
          only ? name : lab.id(), cables.names().get(0), lab.id());
    }
  }

  /** {@code hairpin lab down}. */
  @Command(
      name = "down",
      mixinStandardHelpOptions = true,
      description = "Takes embedded labs down.",
      footer = {"", "Example: hairpin lab down --all"})
  static final class Down implements Callable<Integer> {
    @Parameters(
        arity = "0..*",
        paramLabel = "ID",
        description = "Which; may be left out when there is one.")
    private @Nullable List<String> ids;

    @Option(names = "--all", description = "All that were left up, and what killed runs left.")
    private boolean all;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      StateRoot root = StateRoot.ofEnvironment().prepare();
      PrintWriter out = spec.commandLine().getOut();
      if (all) {
        var report = new Sweep(root, RelayRestoring.standard(root, Waiting.NONE)).sweepKeptToo();
        out.println(report.empty() ? "there was nothing to take down" : report.line());
        return report.complete() ? ExitCode.OK : ExitCode.INCONCLUSIVE;
      }
      for (String id : chosen(root)) {
        if (!id.matches(RunDirectory.RUN_ID)) {
          throw new UsageException(
              "'%s' is no lab's id. Next: 'hairpin lab list' lists those that are up"
                  .formatted(id));
        }
        EmbeddedLab.down(root, id, RelayRestoring.standard(root, Waiting.NONE));
        out.println("lab " + id + " is down");
      }
      return ExitCode.OK;
    }

    private List<String> chosen(StateRoot root) throws IOException, UsageException {
      if (ids != null && !ids.isEmpty()) {
        return ids;
      }
      List<String> up = EmbeddedLab.list(root).stream().map(ListedLab::id).toList();
      if (up.isEmpty()) {
        throw new UsageException("no embedded lab is up. Next: 'hairpin lab up' brings one up");
      }
      if (up.size() > 1) {
        throw new UsageException(
            "several labs are up (%s). Next: name one, or give --all"
                .formatted(String.join(", ", up)));
      }
      return up;
    }
  }

  /** {@code hairpin lab list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the embedded labs that are up.",
      footer = {"", "Example: hairpin lab list --json"})
  static final class Listing implements Callable<Integer> {
    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      List<ListedLab> labs = EmbeddedLab.list(StateRoot.ofEnvironment());
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(dev.hairpin.report.ResultsJson.any(labs));
      } else if (labs.isEmpty()) {
        out.println("no embedded lab is up");
      } else {
        labs.forEach(each -> out.println(each.words()));
      }
      return ExitCode.OK;
    }
  }
}
