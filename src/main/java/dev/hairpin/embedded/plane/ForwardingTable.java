package dev.hairpin.embedded.plane;

import dev.hairpin.wire.MacAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where addresses were last seen (IEEE 802.1Q 8.7); nothing ages, for no lab lives that long. */
final class ForwardingTable {
  private final int size;
  private final Map<Long, Port> ports = new LinkedHashMap<>();

  /** One that holds so many addresses; the one that was silent longest makes room. */
  ForwardingTable(int size) {
    this.size = size;
  }

  /** Learns who is behind a port; a group is nobody. */
  void learn(MacAddress source, Port port) {
    if (source.isGroup()) {
      return;
    }
    ports.remove(source.value());
    ports.put(source.value(), port);
    if (ports.size() > size) {
      ports.remove(ports.keySet().iterator().next());
    }
  }

  Optional<Port> portOf(MacAddress destination) {
    return Optional.ofNullable(ports.get(destination.value()));
  }

  /** All of it, by the addresses' 48 bits. */
  Map<Long, Port> addresses() {
    return Collections.unmodifiableMap(ports);
  }
}
