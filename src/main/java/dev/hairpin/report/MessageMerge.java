package dev.hairpin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Several Cucumber runs' messages as those of one run: one start, one end, one meta. It hands them
 * on as they are added, for those of many runs take much memory: what must be said before the start
 * to one place, what is said behind it to another.
 */
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

  /** Takes messages. */
  @FunctionalInterface
  interface Sink {
    void take(ObjectNode message) throws IOException;
  }

  private final Sink before;
  private final Sink during;
  private boolean first = true;
  private final List<ObjectNode> starts = new ArrayList<>();
  private final List<ObjectNode> ends = new ArrayList<>();

  /** One that hands the messages on to these, in an order in which nothing is named too early. */
  MessageMerge(Sink before, Sink during) {
    this.before = before;
    this.during = during;
  }

  /** Adds one run's messages; their ids are no other run's. */
  void add(List<ObjectNode> messages) throws IOException {
    for (ObjectNode message : messages) {
      if (message.path("testRunStarted") instanceof ObjectNode start) {
        starts.add(start);
      }
    }
    for (ObjectNode message : messages) {
      if (message.has("testRunStarted")) {
        continue;
      }
      if (message.path("testRunFinished") instanceof ObjectNode end) {
        ends.add(end);
      } else if (first || !message.has("meta")) {
        boolean early = message.properties().stream().anyMatch(it -> BEFORE.contains(it.getKey()));
        belongToTheStart(message);
        (early ? before : during).take(message);
      }
    }
    first &= messages.isEmpty();
  }

  /** The start, once all are added: the first run's, at the time of the earliest. */
  Optional<ObjectNode> start() {
    Optional<JsonNode> earliest = starts.stream().min(BY_TIME).map(each -> each.path("timestamp"));
    return starts.stream()
        .findFirst()
        .map(
            each -> {
              earliest.ifPresent(time -> each.set("timestamp", time));
              return wrapped("testRunStarted", each);
            });
  }

  /** The end, once all are added. */
  Optional<ObjectNode> end() {
    Optional<ObjectNode> end = ends.stream().max(BY_TIME).map(this::end);
    end.ifPresent(this::belongToTheStart);
    return end;
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

  /** The first run's, for all of them. */
  private void belongToTheStart(ObjectNode message) {
    if (starts.isEmpty()) {
      return;
    }
    for (JsonNode body : message) {
      if (body.has("testRunStartedId") && body instanceof ObjectNode object) {
        object.set("testRunStartedId", starts.get(0).path("id"));
      }
    }
  }
}
