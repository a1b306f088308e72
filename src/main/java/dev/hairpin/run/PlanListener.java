package dev.hairpin.run;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.order.PickleOrder;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hears a dry run and makes the plan out of it. */
final class PlanListener implements ConcurrentEventListener, PickleOrder {
  private record Told(String feature, String description) {}

  private final Map<String, Told> scenarios = new HashMap<>();
  private final List<Pickle> chosen = new ArrayList<>();
  private final List<String> unknownSteps = new ArrayList<>();

  @Override
  public List<Pickle> orderPickles(List<Pickle> pickles) {
    chosen.addAll(new RunOrder().orderPickles(pickles));
    return pickles;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        Envelope.class, envelope -> envelope.getGherkinDocument().ifPresent(this::document));
    publisher.registerHandlerFor(TestStepFinished.class, this::step);
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
    String uri = document.getUri().orElse("");
    document
        .getFeature()
        .ifPresent(
            feature ->
                feature.getChildren().stream()
                    .flatMap(PlanListener::scenariosOf)
                    .forEach(each -> scenarios.put(key(uri, each), told(feature, each))));
  }

  private static Stream<Scenario> scenariosOf(FeatureChild child) {
    return Stream.concat(
        child.getScenario().stream(),
        child.getRule().stream()
            .flatMap(rule -> rule.getChildren().stream())
            .map(RuleChild::getScenario)
            .flatMap(each -> each.stream()));
  }

  private static String key(String uri, Scenario scenario) {
    return uri + ":" + scenario.getLocation().getLine();
  }

  private static Told told(Feature feature, Scenario scenario) {
    return new Told(
        feature.getName(), scenario.getDescription().strip().replaceAll("\\s*\\R\\s*", " "));
  }

  /**
   * The plan.
   *
   * @param features where the scenarios were looked for
   * @param tags the expression that chose among them, for the message when it chose none
   * @throws UsageException when no scenario was chosen or a step isn't known
   */
  Plan plan(Path features, String tags) throws UsageException {
    if (!unknownSteps.isEmpty()) {
      throw new UsageException(
          "the features use steps that nobody knows:\n  %s\nNext: 'hairpin steps' lists all steps"
              .formatted(String.join("\n  ", unknownSteps)));
    }
    if (chosen.isEmpty()) {
      throw new UsageException(
          "no scenario under '%s' fits the tags '%s'. Next: look at the tags there, or leave out --tags"
              .formatted(features, tags));
    }
    return new Plan(chosen.stream().map(this::planned).toList());
  }

  private Plan.Planned planned(Pickle pickle) {
    String uri = pickle.getUri().toString();
    Told told =
        scenarios.getOrDefault(
            uri + ":" + pickle.getScenarioLocation().getLine(), new Told("", ""));
    return new Plan.Planned(
        uri,
        pickle.getLocation().getLine(),
        told.feature(),
        pickle.getName(),
        told.description(),
        List.copyOf(pickle.getTags()));
  }
}
