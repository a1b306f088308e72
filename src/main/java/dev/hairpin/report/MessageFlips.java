package dev.hairpin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows scenarios as failed in one Cucumber run's messages. */
final class MessageFlips {
  private final List<ObjectNode> messages;
  private final Map<String, Integer> lines = new HashMap<>();

  MessageFlips(List<ObjectNode> messages) {
    this.messages = messages;
    messages.forEach(each -> lines(each.path("gherkinDocument")));
  }

  /** Fails the last step that the scenario ran; says whether there was one. */
  boolean apply(CucumberMessages.Flip flip) {
    Set<String> pickles = ids("pickle", pickle -> isAt(pickle, flip));
    Set<String> cases = ids("testCase", each -> pickles.contains(each.path("pickleId").asText()));
    Set<String> attempts =
        ids("testCaseStarted", each -> cases.contains(each.path("testCaseId").asText()));
    Set<String> steps = steps(cases);
    ObjectNode last = null;
    ObjectNode lastStep = null;
    for (ObjectNode message : messages) {
      if (message.path("testStepFinished") instanceof ObjectNode finished
          && attempts.contains(finished.path("testCaseStartedId").asText())) {
        last = finished;
        if (steps.contains(finished.path("testStepId").asText())) {
          lastStep = finished;
        }
      }
    }
    ObjectNode failing = lastStep == null ? last : lastStep;
    if (failing == null) {
      return false;
    }
    ObjectNode result = failing.withObject("/testStepResult");
    result.put("status", "FAILED").put("message", flip.message());
    messages.forEach(MessageFlips::fail);
    return true;
  }

  private static void fail(ObjectNode message) {
    if (message.path("testRunFinished") instanceof ObjectNode finished) {
      finished.put("success", false);
    }
  }

  private boolean isAt(JsonNode pickle, CucumberMessages.Flip flip) {
    JsonNode nodes = pickle.path("astNodeIds");
    String id = nodes.path(nodes.size() - 1).asText();
    return pickle.path("uri").asText().equals(flip.uri())
        && Integer.valueOf(flip.line()).equals(lines.get(id));
  }

  /** The steps of the feature file, told from hooks. */
  private Set<String> steps(Set<String> cases) {
    Set<String> steps = new HashSet<>();
    for (ObjectNode message : messages) {
      JsonNode testCase = message.path("testCase");
      if (cases.contains(testCase.path("id").asText())) {
        for (JsonNode step : testCase.path("testSteps")) {
          if (step.has("pickleStepId")) {
            steps.add(step.path("id").asText());
          }
        }
      }
    }
    return steps;
  }

  private Set<String> ids(String kind, java.util.function.Predicate<JsonNode> wanted) {
    Set<String> ids = new HashSet<>();
    for (ObjectNode message : messages) {
      if (message.has(kind) && wanted.test(message.path(kind))) {
        ids.add(message.path(kind).path("id").asText());
      }
    }
    return ids;
  }

  /** A pickle knows the ids of the scenario and of the examples' row, these know their lines. */
  private void lines(JsonNode node) {
    if (node.has("id") && node.has("location")) {
      lines.put(node.path("id").asText(), node.path("location").path("line").asInt());
    }
    node.forEach(this::lines);
  }
}
