package dev.hairpin.linux;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what {@code ip -j -d link show} and {@code bridge -j fdb show} print. */
final class LinkJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LinkJson() {}

  /**
   * The links of one {@code ip -j -d link show}.
   *
   * @param driver the driver of a link that is no virtual one
   */
  static List<LinkFacts> links(String json, String driver) throws IOException {
    List<LinkFacts> links = new ArrayList<>();
    for (JsonNode link : read(json)) {
      links.add(link(link, driver));
    }
    return links;
  }

  /** The unicast addresses that a NIC itself lets in beside its own. */
  static List<MacAddress> unicastFilter(String json) throws IOException {
    List<MacAddress> filter = new ArrayList<>();
    for (JsonNode entry : read(json)) {
      MacAddress mac = MacAddress.parse(entry.path("mac").asText());
      if (!mac.isGroup() && entry.path("flags").toString().contains("\"self\"")) {
        filter.add(mac);
      }
    }
    return filter;
  }

  private static LinkFacts link(JsonNode link, String driver) {
    TreeSet<String> flags = new TreeSet<>();
    link.path("flags").forEach(flag -> flags.add(flag.asText()));
    JsonNode info = link.path("linkinfo");
    Optional<String> kind = text(info, "info_kind");
    return new LinkFacts(
        link.path("ifname").asText(),
        link.path("ifindex").asInt(),
        MacAddress.tryParse(link.path("address").asText()).orElse(MacAddress.of(0)),
        link.path("mtu").asInt(),
        link.path("operstate").asText(),
        flags,
        link.path("promiscuity").asInt(),
        link.path("allmulti").asInt(),
        kind,
        kind.orElse(driver.isEmpty() ? "unknown" : driver),
        text(info.path("info_data"), "mode"),
        text(link, "link"),
        text(link, "master").filter(any -> !info.path("info_slave_kind").asText().equals("vrf")),
        text(link, "ifalias"));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
  }

  private static JsonNode read(String json) throws IOException {
    try {
      return MAPPER.readTree(json.isBlank() ? "[]" : json);
    } catch (JsonProcessingException failed) {
      throw new IOException("ip printed what is no JSON: '" + json.strip() + "'", failed);
    }
  }
}
