package dev.hairpin.run;

import dev.hairpin.capture.Sighting;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.lab.OpenLab;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.report.CheckResult;
import dev.hairpin.report.CucumberMessages;
import dev.hairpin.report.ExitStatus;
import dev.hairpin.report.LatestLink;
import dev.hairpin.report.ReportWriter;
import dev.hairpin.report.Results;
import dev.hairpin.report.RunInfo;
import dev.hairpin.report.Totals;
import dev.hairpin.steps.FinishedCheck;
import dev.hairpin.switches.Secrets;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Trial;
import dev.hairpin.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges everything once more, with all that was seen up to the run's end, and writes the run's
 * folder.
 */
final class Reporting {
  private final RunOptions options;
  private final LoadedLab lab;
  private final OpenLab open;
  private final CheckResults results;
  private final Instant started;
  private final List<String> notes;
  private final boolean interrupted;

  private final Unwritten unwritten = new Unwritten();
  private final List<CheckResult> checks = new ArrayList<>();
  private final List<CucumberMessages.Flip> flips = new ArrayList<>();

  Reporting(
      RunOptions options,
      LoadedLab lab,
      OpenLab open,
      CheckResults results,
      Instant started,
      List<String> notes,
      boolean interrupted) {
    this.options = options;
    this.lab = lab;
    this.open = open;
    this.results = results;
    this.started = started;
    this.notes = notes;
    this.interrupted = interrupted;
  }

  /**
   * Writes it all.
   *
   * @param messages the folder with each uplink's Cucumber messages
   * @param room is given free once the evidence is written: what follows it tells the verdicts
   */
  Run.Finished write(
      String runId,
      List<FinishedUplink> uplinks,
      List<OpenLab.NotRestored> left,
      Path folder,
      Path messages,
      ReservedRoom room) {
    Evidence evidence = new Evidence(folder, options.version(), results);
    List<CucumberMessages.Stream> streams = new ArrayList<>();
    // Beside one another: it is work for all of the machine's processors.
    for (WrittenUplink each : uplinks.parallelStream().map(it -> written(it, evidence)).toList()) {
      checks.addAll(each.checks());
      flips.addAll(each.flips());
    }
    tried(room::close);
    for (FinishedUplink uplink : uplinks) {
      streams.add(
          new CucumberMessages.Stream(
              uplink.uplink().uplink().name(),
              UplinksBesideOneAnother.messages(messages, uplink.uplink())));
    }
    left.forEach(each -> checks.add(NotRestoredCheck.of(each)));
    if (!streams.isEmpty()) {
      tried(() -> CucumberMessages.merge(streams, flips, folder.resolve(CucumberMessages.NAME)));
    }
    Instant finished = Instant.now();
    tried(() -> ReportWriter.write(folder, results(runId, folder, finished)));
    Optional<String> astray = options.out().isEmpty() ? pointLatestAt(folder) : Optional.empty();
    // The same once more, unless something of it could not be written: that is said here alone.
    return new Run.Finished(
        results(runId, folder, finished), folder, unwritten.sentence(folder).or(() -> astray));
  }

  /** Puts what the run was made with into its folder; before the report is written. */
  void enclose(Enclosures enclosures, Path folder, Secrets secrets) {
    tried(() -> enclosures.write(folder, secrets));
  }

  /** Says where it can't: too late for the report, which is there by then. */
  private static Optional<String> pointLatestAt(Path folder) {
    try {
      LatestLink.to(folder);
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of("reports/latest still points elsewhere: " + failed.getMessage());
    }
  }

  /** Verdicts that cost a run to reach are not lost with a disk that is full. */
  private void tried(Writing writing) {
    try {
      writing.run();
    } catch (IOException failed) {
      unwritten.add(failed);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private WrittenUplink written(FinishedUplink finished, Evidence evidence) {
    WrittenUplink written = new WrittenUplink(new ArrayList<>(), new ArrayList<>());
    for (FinishedUplink.Judged judged : finished.checks()) {
      add(written, finished.uplink(), judged, evidence);
    }
    // The captures have ended: no late copy comes any more.
    finished.uplink().log().forget();
    return written;
  }

  private void add(
      WrittenUplink written,
      UplinkSession uplink,
      FinishedUplink.Judged judged,
      Evidence evidence) {
    FinishedCheck check = judged.check();
    Function<Trial, List<Sighting>> copies = UplinkRun.copies(uplink);
    Verdict seen = results.verdict(check, copies);
    List<String> files = new ArrayList<>();
    Verdict verdict = seen;
    try {
      files.add(evidence.write(uplink, check, seen));
    } catch (IOException failed) {
      unwritten.add(failed);
      verdict = Unwritten.without(seen, failed);
    }
    if (judged.whenEnded().outcome() == Outcome.PASSED && verdict.outcome() != Outcome.PASSED) {
      written
          .flips()
          .add(
              new CucumberMessages.Flip(
                  uplink.uplink().name(), check.uri(), check.line(), verdict.reason()));
    }
    written.checks().add(results.result(uplink, judged, verdict, copies, files));
  }

  private Results results(String runId, Path folder, Instant finished) {
    int exit = unwritten.exit(ExitStatus.of(Totals.of(checks), interrupted));
    List<String> all = new ArrayList<>(notes);
    unwritten.sentence(folder).ifPresent(all::add);
    all.addAll(open.notes());
    return Results.of(
        new RunInfo(runId, started, finished, options.version(), exit),
        LabInfos.of(lab.lab(), open),
        checks,
        all.stream().distinct().toList(),
        Map.of(
            "java",
            Runtime.version().toString(),
            "kernel",
            System.getProperty("os.version"),
            "architecture",
            System.getProperty("os.arch")));
  }
}
