package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A check as Allure's test result. */
final class AllureCheck {
  private final Results results;
  private final CheckResult check;

  AllureCheck(Results results, CheckResult check) {
    this.results = results;
    this.check = check;
  }

  /** The same for the same check of the same run, so that writing twice replaces. */
  String uuid() {
    return id(results.run().id() + "/" + check.id() + "/" + check.uplink());
  }

  TestResult result() {
    // A run knows how long each check took, not when it began.
    long start = results.run().started().toEpochMilli();
    return new TestResult()
        .setUuid(uuid())
        .setHistoryId(id(results.lab().name() + "/" + check.id() + "/" + check.uplink()))
        .setTestCaseId(id(check.id()))
        .setFullName(check.id() + " on " + check.uplink())
        .setName(check.id() + ": " + check.scenario())
        .setDescription(check.description())
        .setStatus(status(check.outcome()))
        .setStatusDetails(details())
        .setStage(Stage.FINISHED)
        .setStart(start)
        .setStop(start + Math.round(check.durationMs()))
        .setLabels(labels())
        .setParameters(parameters())
        .setSteps(steps());
  }

  /** Waived is skipped, as in JUnit XML, for Allure has no such word; the message says it. */
  private static Status status(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> Status.PASSED;
      case FAILED -> Status.FAILED;
      case INCONCLUSIVE -> Status.BROKEN;
      case WAIVED, SKIPPED -> Status.SKIPPED;
    };
  }

  private StatusDetails details() {
    String waived = check.waiver().map(each -> ". Waived: " + CheckStory.waiver(check)).orElse("");
    return new StatusDetails()
        .setMessage(
            XmlText.legal(CheckStory.verdict(check) + ": " + WaivedReason.alone(check) + waived))
        .setTrace(XmlText.legal(String.join("\n", CheckStory.whole(check))))
        .setKnown(check.outcome() == Outcome.WAIVED);
  }

  private List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    label(labels, "framework", "hairpin");
    label(labels, "parentSuite", "lab " + results.lab().name());
    label(labels, "suite", check.feature());
    label(labels, "subSuite", check.uplink());
    label(labels, "feature", check.feature());
    label(labels, "host", results.lab().host().kernel());
    check.tags().forEach(each -> label(labels, "tag", each.replaceFirst("^@", "")));
    return labels;
  }

  private static void label(List<Label> labels, String name, String value) {
    labels.add(new Label().setName(name).setValue(XmlText.legal(value)));
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter().setName("uplink").setValue(check.uplink()));
    for (Map.Entry<String, Double> each : check.measurements().entrySet()) {
      // Excluded: a figure that differs makes no other test.
      parameters.add(
          new Parameter()
              .setName(each.getKey())
              .setValue(Figures.number(each.getValue()))
              .setExcluded(true));
    }
    return parameters;
  }

  private List<StepResult> steps() {
    List<StepResult> steps = new ArrayList<>();
    for (CheckResult.Finding each : check.findings()) {
      steps.add(step(each.claim() + "; seen: " + each.seen(), status(each.outcome())));
    }
    for (TrialPath each : check.trials()) {
      steps.add(
          step(
              each.name() + ": " + CheckStory.way(each),
              each.ok() ? Status.PASSED : Status.FAILED));
    }
    return steps;
  }

  private StepResult step(String name, Status status) {
    return new StepResult()
        .setName(XmlText.legal(name))
        .setStatus(status)
        .setStage(Stage.FINISHED)
        .setStart(results.run().started().toEpochMilli())
        .setStop(results.run().started().toEpochMilli());
  }

  private static String id(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
