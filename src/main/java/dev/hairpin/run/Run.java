package dev.hairpin.run;

import dev.hairpin.capture.CaptureWarmup;
import dev.hairpin.embedded.EmbeddedLab;
import dev.hairpin.embedded.fault.FaultChoice;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.lab.OpenLab;
import dev.hairpin.lab.Placement;
import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.Sweep;
import dev.hairpin.lab.SweepReport;
import dev.hairpin.lab.UndecidedException;
import dev.hairpin.lab.UndoReport;
import dev.hairpin.lab.Waiting;
import dev.hairpin.linux.Privileges;
import dev.hairpin.report.Results;
import dev.hairpin.switches.Secrets;
import dev.hairpin.switches.Transcript;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run from start to finish: brings the lab up, runs the scenarios on each uplink, puts everything
 * back, writes the report.
 */
public final class Run {
  private final RunOptions options;
  private final Progress progress;
  private final Interruption interruption;
  private final Instant started = Instant.now();
  private final List<String> notes = new ArrayList<>();

  private Run(RunOptions options, Progress progress, Interruption interruption) {
    this.options = options;
    this.progress = progress;
    this.interruption = interruption;
  }

  /**
   * What a run came to.
   *
   * @param results what {@code results.json} says, as far as that could be written
   * @param folder where the report is
   * @param unwritten what of it could not be written, with the next step
   */
  public record Finished(Results results, Path folder, Optional<String> unwritten) {}

  /**
   * Makes the run.
   *
   * @throws UsageException before anything is changed
   * @throws FaultyFileException before anything is changed
   * @throws IOException when the lab could not be brought up, or the report not be written;
   *     everything is put back
   */
  public static Finished of(RunOptions options, Progress progress, Interruption interruption)
      throws UsageException, FaultyFileException, IOException, InterruptedException {
    return of(options, Suite.of(options), progress, interruption);
  }

  /**
   * Makes the run with scenarios of the caller's choice.
   *
   * @param options what they say of features and tags doesn't count
   */
  public static Finished of(
      RunOptions options, Scenarios scenarios, Progress progress, Interruption interruption)
      throws UsageException, FaultyFileException, IOException, InterruptedException {
    return new Run(options, progress, interruption).run(scenarios);
  }

  private Finished run(Scenarios scenarios)
      throws UsageException, FaultyFileException, IOException, InterruptedException {
    progress.phase("reading the features");
    CaptureWarmup.start();
    LabChoice choice =
        LabChoice.of(options.lab()).with(options.fault()).withUplinks(options.uplinks());
    Plan plan = scenarios.plan();
    Optional<LoadedLab> file =
        choice.builtIn()
            ? Optional.empty()
            : Optional.of(LabFiles.read(choice, scenarios.waivable(plan)));
    requirePrivileges();
    file.ifPresent(each -> IdleWaivers.in(each.lab(), plan).forEach(this::note));
    StateRoot root = StateRoot.ofEnvironment().prepare();
    sweep(root);
    try (RunDirectory directory = RunDirectory.create(root)) {
      Path folder = OutFolder.prepare(options, directory.id());
      progress.note("run %s, lab %s".formatted(directory.id(), options.lab()));
      try {
        return inLab(scenarios, plan, choice, file, directory, folder);
      } finally {
        putBack(directory);
      }
    }
  }

  private static void requirePrivileges() throws IOException {
    List<String> missing = Privileges.current().missing();
    if (!missing.isEmpty()) {
      throw new UndecidedException(
          "a run makes macvtap devices and captures frames, and lacks %s for it. Next: sudo ./hairpin run"
              .formatted(String.join(", ", missing)));
    }
  }

  private void sweep(StateRoot root) throws IOException {
    SweepReport report = new Sweep(root, RelayRestoring.standard(root, Waiting.NONE)).sweep();
    if (!report.empty()) {
      note(report.line());
    }
  }

  private Finished inLab(
      Scenarios scenarios,
      Plan plan,
      LabChoice choice,
      Optional<LoadedLab> file,
      RunDirectory directory,
      Path folder)
      throws IOException, FaultyFileException, InterruptedException {
    if (file.isPresent()) {
      Enclosures enclosures = new Enclosures(file.get(), Files.readString(choice.file()));
      return inOpenLab(
          scenarios, plan, file.get(), enclosures, Placement.HERE, choice, directory, folder);
    }
    OtherLabs.note(EmbeddedLab.list(directory.root())).ifPresent(progress::note);
    progress.phase("bringing the embedded lab up");
    EmbeddedLab box = EmbeddedLab.up(directory, EmbeddedLabs.options(choice, options.keep()));
    boolean keep = false;
    try {
      LoadedLab lab = EmbeddedLabs.loaded(box.reachable());
      choice.fault().map(FaultChoice::words).ifPresent(this::note);
      Placement placement =
          new Placement(box.reachable().hostNamespace(), box.reachable().managementNamespace());
      Enclosures enclosures = new Enclosures(lab, EmbeddedLabs.text(box.reachable()));
      Finished finished =
          inOpenLab(scenarios, plan, lab, enclosures, placement, choice, directory, folder);
      keep = options.keep();
      return finished;
    } finally {
      if (keep) {
        box.keep();
        progress.note(
            "the embedded lab %s is left up. Next: 'hairpin lab down %s' takes it down"
                .formatted(box.id(), box.id()));
      } else {
        progress.phase("taking the embedded lab down");
        box.down();
      }
    }
  }

  private Finished inOpenLab(
      Scenarios scenarios,
      Plan plan,
      LoadedLab lab,
      Enclosures enclosures,
      Placement placement,
      LabChoice choice,
      RunDirectory directory,
      Path folder)
      throws IOException, InterruptedException {
    Secrets secrets = new Secrets();
    int checks = plan.scenarios().size() * lab.lab().uplinks().size();
    try (ReservedRoom room = ReservedRoom.in(folder, checks);
        Transcript transcript = Transcript.open(folder.resolve("transcript.log"), secrets)) {
      progress.phase("opening the lab");
      OpenLab open =
          OpenLab.open(
              lab,
              choice.builtIn() ? choice.name() : choice.file().toAbsolutePath().toString(),
              placement,
              directory,
              transcript,
              secrets,
              Waiting.usual(progress::note, interruption::requested));
      interruption.onRequest(open::interrupt);
      open.uplinks().forEach(each -> each.trouble().ifPresent(progress::note));
      open.notes().forEach(this::note);
      CheckResults results =
          new CheckResults(
              lab.lab(), plan, java.time.LocalDate.now(java.time.ZoneId.systemDefault()));
      List<FinishedUplink> finished = List.of();
      List<OpenLab.NotRestored> left;
      try {
        if (plan.needsGuests() && !interruption.requested()) {
          open.prepareGuests();
        }
        finished =
            new UplinksBesideOneAnother(
                    scenarios, plan, results, transcript, progress, interruption)
                .run(open.uplinks(), directory.path());
      } finally {
        progress.phase("putting everything back");
        left = open.close();
      }
      transcript.trouble().ifPresent(this::note);
      progress.phase("writing the report");
      Reporting reporting =
          new Reporting(options, lab, open, results, started, notes, interruption.requested());
      if (options.enclosing()) {
        reporting.enclose(enclosures, folder, secrets);
      }
      return reporting.write(directory.id(), finished, left, folder, directory.path(), room);
    }
  }

  /** Whatever the live parts could not undo themselves is tried once more from the journal. */
  private void putBack(RunDirectory directory) throws IOException {
    if (directory.kept().isPresent()) {
      return;
    }
    UndoReport report = directory.undo(RelayRestoring.standard(directory.root(), Waiting.NONE));
    report
        .failures()
        .forEach(
            each ->
                progress.note(
                    "could not be put back: %s. Next: 'hairpin restore' tries again"
                        .formatted(each)));
  }

  private void note(String note) {
    notes.add(note);
    progress.note(note);
  }
}
