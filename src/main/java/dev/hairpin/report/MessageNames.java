package dev.hairpin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts an uplink's name into one Cucumber run's messages. Readers keep scenarios apart by their
 * document, so the document's URI and the feature's name get it; ids get it too, as they are unique
 * only within a run.
 */
final class MessageNames {
  private final String uplink;
  private final Set<String> ids = new HashSet<>();

  private MessageNames(String uplink) {
    this.uplink = uplink;
  }

  static void put(String uplink, List<ObjectNode> messages) {
    MessageNames names = new MessageNames(uplink);
    messages.forEach(names::collect);
    messages.forEach(names::rename);
    messages.forEach(names::document);
  }

  private void collect(JsonNode node) {
    if (node.path("id").isTextual()) {
      ids.add(node.path("id").asText());
    }
    node.forEach(this::collect);
  }

  private void document(ObjectNode message) {
    for (String kind : List.of("source", "gherkinDocument", "pickle")) {
      if (message.path(kind) instanceof ObjectNode body && body.has("uri")) {
        body.put("uri", body.path("uri").asText() + "?uplink=" + uplink);
      }
    }
    if (message.path("gherkinDocument").path("feature") instanceof ObjectNode feature) {
      feature.put("name", feature.path("name").asText() + " [" + uplink + "]");
    }
  }

  /** Ids stand in fields named id, ...Id and ...Ids. */
  private void rename(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        String name = field.getKey();
        if (name.equals("id") || name.endsWith("Id")) {
          object.set(name, renamed(field.getValue()));
        } else if (name.endsWith("Ids") && field.getValue() instanceof ArrayNode list) {
          for (int index = 0; index < list.size(); index++) {
            list.set(index, renamed(list.get(index)));
          }
        }
      }
    }
    node.forEach(this::rename);
  }

  private JsonNode renamed(JsonNode value) {
    boolean isId = value.isTextual() && ids.contains(value.asText());
    return isId ? TextNode.valueOf(uplink + "/" + value.asText()) : value;
  }
}
