package dev.hairpin.yaml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys of one map and their values. */
public final class Fields {
  private final Mark mark;
  private final Faults faults;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private Optional<Fields> lower = Optional.empty();

  Fields(String name, MappingNode node, String source, Faults faults, List<String> known) {
    this.mark = node.getStartMark();
    this.faults = faults;
    Set<String> all = new HashSet<>(known);
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple each : node.getValue()) {
      if (!(each.getKeyNode() instanceof ScalarNode keyNode)) {
        String message = "a key of " + name + " must be a plain word, such as " + known.get(0);
        faults.add(each.getKeyNode().getStartMark(), "", message);
        continue;
      }
      String key = keyNode.getValue();
      Integer earlier = lines.putIfAbsent(key, keyNode.getStartMark().getLine() + 1);
      if (earlier != null) {
        String message = "key " + Shown.quoted(key) + " is given twice, first in line " + earlier;
        faults.add(keyNode.getStartMark(), key, message + "; take one of them out");
      } else if (all.contains(key)) {
        Node value = each.getValueNode();
        values.put(key, new Value("'" + key + "'", value, source, faults));
      } else {
        faults.add(keyNode.getStartMark(), key, unknown(key, known));
      }
    }
  }

  /** The value of a key, if it is there. */
  public Optional<Value> find(String key) {
    Optional<Value> below = lower.flatMap(each -> each.find(key));
    Value own = values.get(key);
    return own == null ? below : Optional.of(below.map(own::over).orElse(own));
  }

  /** These keys, and out of {@code other} those that are missing here; maps are merged. */
  public Fields over(Optional<Fields> other) {
    lower = lower.isPresent() ? lower.map(each -> each.over(other)) : other;
    return this;
  }

  /** Whether the key is there, with whatever value. */
  public boolean has(String key) {
    return values.containsKey(key) || lower.filter(each -> each.has(key)).isPresent();
  }

  /**
   * The value of a key that must be there.
   *
   * @param meaning what it is, for whoever must add it: {@code "the NIC, such as eth3"}
   */
  public Optional<Value> need(String key, String meaning) {
    Optional<Value> value = find(key);
    if (value.isEmpty() && !faults.isPartial()) {
      fault("missing key '" + key + "': " + meaning);
    }
    return value;
  }

  /** Notes a fault at the first key of this map. */
  public void fault(String message) {
    faults.add(mark, "", message);
  }

  private static String unknown(String key, List<String> known) {
    if (key.equals("<<")) {
      return "merge keys are not used here; write the keys out";
    }
    return "unknown key " + Shown.quoted(key) + "; " + Shown.meant(key, known);
  }
}
