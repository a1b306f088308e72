package dev.hairpin.yaml;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What several files say together: the first one's keys, completed by the next ones'. */
public final class MergedYaml {
  private static final int WIDEST = 100;

  private final @Nullable Node node;

  private MergedYaml(@Nullable Node node) {
    this.node = node;
  }

  /** The documents as one; maps are merged, lists and texts of an earlier one replace. */
  public static MergedYaml of(List<YamlDocument> documents) {
    Node merged = null;
    for (YamlDocument each : documents) {
      Node next = each.node();
      if (merged == null) {
        merged = next;
      } else if (next != null) {
        merged = over(merged, next);
      }
    }
    return new MergedYaml(merged);
  }

  /** The same without these keys of the outermost level. */
  public MergedYaml without(String... keys) {
    if (!(node instanceof MappingNode mapping)) {
      return this;
    }
    List<String> out = List.of(keys);
    List<NodeTuple> kept =
        mapping.getValue().stream()
            .filter(each -> !out.contains(String.valueOf(keyOf(each))))
            .toList();
    return new MergedYaml(new MappingNode(Tag.MAP, kept, mapping.getFlowStyle()));
  }

  /** As a file would say it; without comments. */
  public String text() {
    DumperOptions options = new DumperOptions();
    options.setWidth(WIDEST);
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    StringWriter text = new StringWriter();
    if (node != null) {
      new Yaml(options).serialize(node, text);
    }
    return text.toString();
  }

  /** Maps, lists and texts; every scalar is the text that stands in the file. */
  public Object tree() {
    return node == null ? Map.of() : tree(node);
  }

  private static Object tree(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<String, Object> all = new LinkedHashMap<>();
      mapping
          .getValue()
          .forEach(each -> all.put(String.valueOf(keyOf(each)), tree(each.getValueNode())));
      return all;
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(MergedYaml::tree).toList();
    }
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static Node over(Node upper, Node lower) {
    if (!(upper instanceof MappingNode one) || !(lower instanceof MappingNode other)) {
      return upper;
    }
    Map<String, NodeTuple> all = new LinkedHashMap<>();
    one.getValue().forEach(each -> all.put(String.valueOf(keyOf(each)), each));
    for (NodeTuple each : other.getValue()) {
      String key = String.valueOf(keyOf(each));
      NodeTuple mine = all.get(key);
      Node value =
          mine == null ? each.getValueNode() : over(mine.getValueNode(), each.getValueNode());
      all.put(key, new NodeTuple(mine == null ? each.getKeyNode() : mine.getKeyNode(), value));
    }
    return new MappingNode(Tag.MAP, new ArrayList<>(all.values()), one.getFlowStyle());
  }

  private static @Nullable String keyOf(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : null;
  }
}
