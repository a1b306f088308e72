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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lab in a box: a KVM host's network namespace, a real switch in another one, managed by a real
 * OpenSSH server and a real net-snmp agent, and a namespace to manage it from. Everything is
 * planned in the run's undo journal before it is made, so that any later process can take it down.
 */
public final class EmbeddedLab implements AutoCloseable {
  private final RunDirectory run;
  private final EmbeddedOptions options;
  private final LabNamespaces namespaces;
  private final LabFolder folder;
  private final List<Journal.Entry> planned;

  private EmbeddedLab(
      RunDirectory run,
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
    RequiredPrograms.require(options.kind());
    LabNamespaces namespaces = new LabNamespaces(run.id());
    LabFolder folder = LabFolder.of(run);
    List<Undo> undos = new ArrayList<>();
    undos.add(Undo.DirectoryDelete.of(folder.path()));
    namespaces.names().forEach(name -> undos.add(new Undo.NamespaceDelete(name)));
    EmbeddedLab lab = new EmbeddedLab(run, options, namespaces, folder, run.journal().plan(undos));
    try {
      lab.build();
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

  private void build() throws IOException {
    folder.write(run, namespaces, options);
    List<String> names = namespaces.names();
    try (Shell shell = LocalShell.open(NetNamespace.CURRENT, run.id())) {
      shell
          .run(
              "sh %s %s %s %s"
                  .formatted(
                      folder.file("up.sh"),
                      folder.path(),
                      options.kind().profile(),
                      String.join(" ", names)))
          .require();
    }
    SwitchServers.start(namespaces, folder, options).awaitReady();
    AgentCache.shorten(namespaces.switching(), folder.agentCommunity(), options.cables().count());
  }

  /**
   * Leaves the lab up on purpose: it stays when this program ends, until it is taken down by hand.
   *
   * @throws IOException when that can't be written down
   */
  public void keep() throws IOException {
    run.keep("embedded lab");
  }

  /** The lab's id, which is its run's. */
  public String id() {
    return run.id();
  }

  /** Where it lies and how its switch is reached. */
  public ReachableLab reachable() {
    return new ReachableLab(namespaces, folder, options.kind(), options.control());
  }

  /**
   * Takes the lab down: its processes, namespaces and files. Twice does no harm.
   *
   * @throws IOException when something could not be undone; it stays in the journal
   */
  public void down() throws IOException {
    require(run.undo(stillOpen(), RelayRestorer.NONE));
  }

  private List<Journal.Entry> stillOpen() {
    List<Journal.Entry> open = new ArrayList<>(run.journal().open());
    open.retainAll(planned);
    return open;
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

  /**
   * The labs that other processes have left up, to speak to their switches; the oldest first.
   *
   * @param options of what kind, and how their switches are to be controlled
   */
  public static List<ReachableLab> leftUp(StateRoot root, EmbeddedOptions options)
      throws IOException {
    List<ReachableLab> labs = new ArrayList<>();
    for (RunDirectory.Found found : RunDirectory.list(root)) {
      LabNamespaces namespaces = new LabNamespaces(found.id());
      LabFolder folder = LabFolder.in(found.path());
      if (found.kept().isPresent()
          && namespaces.switching().exists()
          && folder.kind().stands(options.kind())) {
        labs.add(new ReachableLab(namespaces, folder, folder.kind(), options.control()));
      }
    }
    return labs;
  }

  /** The one with this id, controlled as it was brought up to be; empty when it isn't left up. */
  public static Optional<ReachableLab> leftUp(StateRoot root, String id) throws IOException {
    for (RunDirectory.Found found : RunDirectory.list(root)) {
      LabNamespaces namespaces = new LabNamespaces(found.id());
      if (found.id().equals(id) && found.kept().isPresent() && namespaces.switching().exists()) {
        LabFolder folder = LabFolder.in(found.path());
        return Optional.of(new ReachableLab(namespaces, folder, folder.kind(), folder.control()));
      }
    }
    return Optional.empty();
  }

  /** The Debian packages that an embedded lab needs and this machine lacks. */
  public static List<String> missingPackages(SwitchKind kind) {
    return RequiredPrograms.missingPackages(kind);
  }
}
