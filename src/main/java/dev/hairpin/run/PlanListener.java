package dev.hairpin.run;

import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Scenario;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hears a dry run and makes the plan out of it. */
public final class PlanListener implements ConcurrentEventListener {
  private record Told(String feature, String description) {}

  private final Map<String, Told> scenarios = new HashMap<>();
  private final FoundScenarios found = new FoundScenarios();
  private final List<TestCase> chosen = new ArrayList<>();
  private final List<String> unknownSteps = new ArrayList<>();
  private final List<RowlessOutline> rowless = new ArrayList<>();
  private final List<EmptyFeature> empty = new ArrayList<>();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(Envelope.class, this::parsed);
    publisher.registerHandlerFor(TestCaseStarted.class, event -> chosen.add(event.getTestCase()));
    publisher.registerHandlerFor(TestStepFinished.class, this::step);
  }

  private void parsed(Envelope envelope) {
    envelope.getGherkinDocument().ifPresent(this::document);
    envelope.getPickle().ifPresent(found::made);
  }

  private void step(TestStepFinished event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      Status status = event.getResult().getStatus();
      if (status == Status.UNDEFINED || status == Status.AMBIGUOUS) {
        unknownSteps.add(
            "%s:%d: %s step: %s"
                .formatted(
                    step.getUri(),
                    step.getStep().getLocation().getLine(),
                    status == Status.UNDEFINED ? "unknown" : "ambiguous",
                    step.getStep().getText()));
      }
    }
  }

  private void document(GherkinDocument document) {
    found.read(document);
    EmptyFeature.in(document).ifPresent(empty::add);
    rowless.addAll(RowlessOutline.in(document));
    String uri = document.getUri().orElse("");
    document
        .getFeature()
        .ifPresent(
            feature ->
                PlacedScenario.of(feature)
                    .map(PlacedScenario::scenario)
                    .forEach(each -> told(uri, each, told(feature, each))));
  }

  /** A scenario stands in its own line, and each of an outline in its row's. */
  private void told(String uri, Scenario scenario, Told told) {
    scenarios.put(key(uri, scenario.getLocation()), told);
    scenario.getExamples().stream()
        .flatMap(each -> each.getTableBody().stream())
        .forEach(row -> scenarios.put(key(uri, row.getLocation()), told));
  }

  private static String key(String uri, Location location) {
    return uri + ":" + location.getLine();
  }

  private static Told told(Feature feature, Scenario scenario) {
    return new Told(
        feature.getName(), scenario.getDescription().strip().replaceAll("\\s*\\R\\s*", " "));
  }

  /**
   * The plan.
   *
   * @param place where the scenarios were looked for
   * @param tags what chose among them
   * @throws UsageException when no scenario was chosen, a step isn't known or a scenario has none
   */
  public Plan plan(String place, TagChoice tags) throws UsageException {
    if (!unknownSteps.isEmpty()) {
      throw new UsageException(
          "the features use steps that nobody knows:\n  %s\nNext: 'hairpin steps' lists all steps"
              .formatted(String.join("\n  ", unknownSteps)));
    }
    List<String> vain = vain(tags);
    if (!vain.isEmpty()) {
      throw new UsageException(
          "the features have parts that nothing would come of:\n  %s\nNext: give them what they lack, or take them out"
              .formatted(String.join("\n  ", vain)));
    }
    if (chosen.isEmpty()) {
      throw new UsageException(found.none() ? nothingIn(place) : tags.choseNothing(place));
    }
    return new Plan(chosen.stream().map(this::planned).toList(), found.ids());
  }

  private static String nothingIn(String place) {
    return "there is no scenario under '%s'. Next: look whether there are files there that end with .feature, and scenarios in them that begin with 'Scenario:'"
        .formatted(place);
  }

  /** What is chosen and Cucumber would pass over, without even a hook of ours. */
  private List<String> vain(TagChoice choice) {
    Stream<String> stepless =
        chosen.stream()
            .filter(each -> each.getTestSteps().isEmpty())
            .map(
                each ->
                    "%s:%d: no step in scenario: %s"
                        .formatted(each.getUri(), each.getLocation().getLine(), each.getName()));
    return Stream.of(
            empty.stream().filter(each -> choice.chooses(each.tags())).map(EmptyFeature::words),
            stepless,
            rowless.stream().filter(each -> choice.chooses(each.tags())).map(RowlessOutline::words))
        .flatMap(each -> each)
        .toList();
  }

  private Plan.Planned planned(TestCase scenario) {
    String uri = scenario.getUri().toString();
    int line = scenario.getLocation().getLine();
    Told told = scenarios.getOrDefault(uri + ":" + line, new Told("", ""));
    return new Plan.Planned(
        uri,
        line,
        told.feature(),
        scenario.getName(),
        told.description(),
        List.copyOf(scenario.getTags()));
  }
}
