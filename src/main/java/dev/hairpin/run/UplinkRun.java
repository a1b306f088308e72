package dev.hairpin.run;

import dev.hairpin.capture.Sighting;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.steps.FinishedCheck;
import dev.hairpin.steps.Stage;
import dev.hairpin.steps.StepErrors;
import dev.hairpin.switches.Excerpt;
import dev.hairpin.switches.Transcript;
import dev.hairpin.verdict.Trial;
import dev.hairpin.verdict.Verdict;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.TestCaseStarted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs the scenarios on one uplink. */
final class UplinkRun {
  /** Of what is said to and by a switch, kept with one check. */
  private static final int MOST_LINES = 4_000;

  private final UplinkSession uplink;
  private final Scenarios scenarios;
  private final Plan plan;
  private final CheckResults results;
  private final Transcript transcript;
  private final Progress progress;
  private final Interruption interruption;
  private final List<FinishedUplink.Judged> finished = new ArrayList<>();

  UplinkRun(
      UplinkSession uplink,
      Scenarios scenarios,
      Plan plan,
      CheckResults results,
      Transcript transcript,
      Progress progress,
      Interruption interruption) {
    this.uplink = uplink;
    this.scenarios = scenarios;
    this.plan = plan;
    this.results = results;
    this.transcript = transcript;
    this.progress = progress;
    this.interruption = interruption;
  }

  /**
   * Runs them all on this thread.
   *
   * @param messages where Cucumber's messages go
   */
  FinishedUplink run(Path messages) throws IOException {
    try (Excerpt said = transcript.followThisThread(uplink.uplink().switchName());
        OutputStream out = Files.newOutputStream(messages)) {
      Stage stage =
          new Stage(
              uplink,
              plan.ids(),
              check -> ended(check, said.take(MOST_LINES)),
              interruption::requested);
      stage.play(
          () ->
              scenarios.run(
                  uplink.uplink().name(), new MessageFormatter(out), new StepErrors(), starts()));
    } finally {
      uplink.guestsMayLeave();
    }
    return new FinishedUplink(uplink, List.copyOf(finished));
  }

  private ConcurrentEventListener starts() {
    return publisher ->
        publisher.registerHandlerFor(
            TestCaseStarted.class,
            event -> progress.started(uplink.uplink().name(), event.getTestCase().getName()));
  }

  private void ended(FinishedCheck check, List<Transcript.Entry> said) {
    Verdict verdict = results.verdict(check, copies(uplink));
    finished.add(
        new FinishedUplink.Judged(
            check, said.stream().map(Transcript.Entry::toString).toList(), verdict));
    progress.finished(
        uplink.uplink().name(), check.id(), verdict, finished.size(), plan.scenarios().size());
    if (aloneNoMore()) {
      uplink.guestsMayBoot();
    }
  }

  /** Whether all checks that need the NIC without guests have ended. */
  private boolean aloneNoMore() {
    return plan.needsGuests()
        && finished.stream()
                .filter(each -> each.check().tags().contains(RunOrder.NIC_ALONE))
                .count()
            == plan.needNicAlone();
  }

  /** Finds every copy of a trial's probe that the uplink has seen by now. */
  static Function<Trial, List<Sighting>> copies(UplinkSession uplink) {
    return trial -> uplink.log().of(trial.probe().number());
  }
}
