package dev.hairpin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Several Cucumber runs' messages as those of one run: one start, one end, one meta. */
final class MessageMerge {
  /** What Cucumber says before it starts to run. */
  private static final Set<String> BEFORE =
      Set.of(
          "meta",
          "source",
          "gherkinDocument",
          "pickle",
          "parseError",
          "stepDefinition",
          "hook",
          "parameterType",
          "undefinedParameterType");

  private static final Comparator<JsonNode> BY_TIME =
      Comparator.<JsonNode>comparingLong(each -> each.path("timestamp").path("seconds").asLong())
          .thenComparingLong(each -> each.path("timestamp").path("nanos").asLong());

  private final List<ObjectNode> before = new ArrayList<>();
  private final List<ObjectNode> during = new ArrayList<>();
  private final List<ObjectNode> starts = new ArrayList<>();
  private final List<ObjectNode> ends = new ArrayList<>();

  /** Adds one run's messages; their ids are no other run's. */
  void add(List<ObjectNode> messages) {
    boolean first = before.isEmpty();
    for (ObjectNode message : messages) {
      if (message.path("testRunStarted") instanceof ObjectNode start) {
        starts.add(start);
      } else if (message.path("testRunFinished") instanceof ObjectNode end) {
        ends.add(end);
      } else if (first || !message.has("meta")) {
        boolean early = message.properties().stream().anyMatch(it -> BEFORE.contains(it.getKey()));
        (early ? before : during).add(message);
      }
    }
  }

  /** All messages, in an order in which nothing is named before it is said. */
  List<ObjectNode> messages() {
    List<ObjectNode> all = new ArrayList<>(before);
    starts.stream().min(BY_TIME).ifPresent(each -> all.add(wrapped("testRunStarted", each)));
    all.addAll(during);
    ends.stream().max(BY_TIME).ifPresent(each -> all.add(end(each)));
    starts.stream().min(BY_TIME).ifPresent(start -> all.forEach(each -> belongTo(start, each)));
    return all;
  }

  private ObjectNode end(ObjectNode last) {
    last.put("success", ends.stream().allMatch(each -> each.path("success").asBoolean()));
    return wrapped("testRunFinished", last);
  }

  private static ObjectNode wrapped(String kind, ObjectNode body) {
    ObjectNode message = body.objectNode();
    message.set(kind, body);
    return message;
  }

  private static void belongTo(ObjectNode start, ObjectNode message) {
    for (JsonNode body : message) {
      if (body.has("testRunStartedId") && body instanceof ObjectNode object) {
        object.set("testRunStartedId", start.path("id"));
      }
    }
  }
}
