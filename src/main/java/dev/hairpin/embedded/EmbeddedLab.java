package dev.hairpin.embedded;

import dev.hairpin.lab.Journal;
import dev.hairpin.lab.RelayRestorer;
import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.Undo;
import dev.hairpin.lab.UndoReport;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Shell;
import dev.hairpin.switches.Reach;
import dev.hairpin.switches.SwitchAccess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A lab in a box: a KVM host's network namespace, a Linux bridge in another one, managed by a real
 * OpenSSH server and a real net-snmp agent, and a namespace to manage it from. Everything is
 * planned in the run's undo journal before it is made, so that any later process can take it down.
 */
public final class EmbeddedLab implements AutoCloseable {
  private final Optional<RunDirectory> run;
  private final EmbeddedOptions options;
  private final LabNamespaces namespaces;
  private final LabFolder folder;
  private final List<Journal.Entry> planned;

  private EmbeddedLab(
      Optional<RunDirectory> run,
      EmbeddedOptions options,
      LabNamespaces namespaces,
      LabFolder folder,
      List<Journal.Entry> planned) {
    this.run = run;
    this.options = options;
    this.namespaces = namespaces;
    this.folder = folder;
    this.planned = planned;
  }

  /**
   * Brings a lab up; when this returns, its servers answer. What was made is undone when it fails.
   *
   * @param run whose lab it is; the run's id is the lab's id. One lab for each run
   * @throws IOException with what is missing and the next step, or with what a server said last
   */
  public static EmbeddedLab up(RunDirectory run, EmbeddedOptions options) throws IOException {
    RequiredPrograms.require();
    LabNamespaces namespaces = new LabNamespaces(run.id());
    LabFolder folder = LabFolder.of(run);
    List<Undo> undos = new ArrayList<>();
    undos.add(Undo.DirectoryDelete.of(folder.path()));
    namespaces.names().forEach(name -> undos.add(new Undo.NamespaceDelete(name)));
    EmbeddedLab lab = new EmbeddedLab(
            Optional.of(run), options, namespaces, folder, run.journal().plan(undos));
    try {
      lab.build(run);
      return lab;
    } catch (IOException | RuntimeException failure) {
      try {
        lab.down();
      } catch (IOException alsoFailed) {
        failure.addSuppressed(alsoFailed);
      }
      throw failure;
    }
  }

  /**
   * The lab that another process left up on purpose, the latest one where there are several.
   *
   * @param options what {@link #values} are to say; the lab is as it was brought up
   * @return a lab that can be used and not taken down: {@link #down} leaves it up
   */
  public static Optional<EmbeddedLab> attach(StateRoot root, EmbeddedOptions options)
      throws IOException {
    Optional<EmbeddedLab> latest = Optional.empty();
    for (RunDirectory.Found found : RunDirectory.list(root)) {
      LabNamespaces namespaces = new LabNamespaces(found.id());
      if (found.kept().isPresent() && namespaces.switching().exists()) {
        latest =
            Optional.of(
                new EmbeddedLab(
                    Optional.empty(),
                    options,
                    namespaces,
                    LabFolder.below(found.path()),
                    List.of()));
      }
    }
    return latest;
  }

  private void build(RunDirectory run) throws IOException {
    folder.write(run, namespaces);
    List<String> names = namespaces.names();
    try (Shell shell = LocalShell.open(NetNamespace.CURRENT, run.id())) {
      shell
          .run(
              "sh %s %s %s".formatted(folder.file("up.sh"), folder.path(), String.join(" ", names)))
          .require();
    }
    SwitchServers.start(namespaces, folder, options.keepAlive()).awaitReady();
  }

  /**
   * Leaves the lab up on purpose when this process ends; it must have been brought up so ({@link
   * EmbeddedOptions#keepAlive}), or its servers die with the process.
   */
  public void keep() throws IOException {
    if (run.isPresent()) {
      run.get().keep("embedded lab, control over " + values().get("control"));
    }
  }

  /** The lab's id, which is its run's. */
  public String id() {
    return namespaces.id();
  }

  /** Where the KVM host's NICs are: {@code eth3} (uplink) and {@code eth4} (upstream). */
  public NetNamespace hostNamespace() {
    return namespaces.host();
  }

  /** From where the switch at 192.0.2.2 is reached. */
  public NetNamespace managementNamespace() {
    return namespaces.management();
  }

  /** Where the switch itself is. */
  public NetNamespace switchNamespace() {
    return namespaces.switching();
  }

  /** The management namespace, as the switch sessions want it. */
  public Reach reach() {
    return new Reach() {
      @Override
      public <T> T call(Callable<T> work) throws Exception {
        return namespaces.management().call(work);
      }
    };
  }

  /**
   * What stands in the built-in lab file's placeholders: {@code lab}, {@code control}, {@code
   * address}, {@code private-key}, {@code host-key}, {@code authentication-file}, {@code
   * privacy-file}.
   */
  public Map<String, String> values() throws IOException {
    boolean ssh = options.control() == SwitchAccess.Control.SSH;
    return Map.of(
        "lab", ssh ? "embedded" : "embedded-snmp",
        "name", ssh ? "embedded" : "embedded-snmp",
        "control", options.control().name().toLowerCase(Locale.ROOT),
        "address", LabNamespaces.SWITCH_ADDRESS,
        "private-key", folder.file("user-key").toString(),
        "host-key", folder.hostKeyFingerprint(),
        "authentication-file", folder.file("snmp-authentication").toString(),
        "privacy-file", folder.file("snmp-privacy").toString());
  }

  /**
   * Takes the lab down: its processes, namespaces and files. Twice does no harm.
   *
   * @throws IOException when something could not be undone; it stays in the journal
   */
  public void down() throws IOException {
    if (run.isPresent()) {
      List<Journal.Entry> open = new ArrayList<>(run.get().journal().open());
      open.retainAll(planned);
      require(run.get().undo(open, RelayRestorer.NONE));
    }
  }

  @Override
  public void close() throws IOException {
    down();
  }

  /**
   * Takes down a lab that another process has left up.
   *
   * @param id as {@link #list} says
   * @param relays sets back what the run changed on other switches than the lab's own
   * @throws IOException when there is no such lab, when it belongs to a living run, or when
   *     something could not be undone
   */
  public static UndoReport down(StateRoot root, String id, RelayRestorer relays)
      throws IOException {
    Optional<RunDirectory> claimed = RunDirectory.claim(root, id);
    if (claimed.isEmpty()) {
      throw absent(root, id);
    }
    try (RunDirectory run = claimed.get()) {
      UndoReport report = run.undo(relays);
      require(report);
      run.unkeep();
      return report;
    }
  }

  private static IOException absent(StateRoot root, String id) throws IOException {
    List<ListedLab> labs = list(root);
    for (ListedLab lab : labs) {
      if (lab.id().equals(id)) {
        return new IOException(
            "lab %s belongs to a run that lives (%s); end that first".formatted(id, lab.owner()));
      }
    }
    List<String> ids = labs.stream().map(ListedLab::id).toList();
    return new IOException(
        "there is no embedded lab '%s'; there %s"
            .formatted(id, ids.isEmpty() ? "is none" : "are " + String.join(", ", ids)));
  }

  private static void require(UndoReport report) throws IOException {
    if (report.complete()) {
      return;
    }
    IOException failure =
        new IOException(
            "not all of lab %s could be taken down: %s; `hairpin restore` tries again"
                .formatted(
                    report.runId(),
                    String.join("; ", report.failures().stream().map(Object::toString).toList())));
    report.failures().forEach(each -> failure.addSuppressed(each.reason()));
    throw failure;
  }

  /** The labs that are there: of living runs, kept ones, and what killed runs left. */
  public static List<ListedLab> list(StateRoot root) throws IOException {
    List<ListedLab> labs = new ArrayList<>();
    for (RunDirectory.Found found : RunDirectory.list(root)) {
      LabNamespaces namespaces = new LabNamespaces(found.id());
      if (namespaces.switching().exists()) {
        labs.add(ListedLab.of(found, namespaces));
      }
    }
    return labs;
  }

  /** The Debian packages that an embedded lab needs and this machine lacks. */
  public static List<String> missingPackages() {
    return RequiredPrograms.missingPackages();
  }
}
