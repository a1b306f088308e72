package dev.hairpin.embedded.plane;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The forwarding process (IEEE 802.1Q 8.6): learns, filters, and decides where a frame goes; at
 * each decision the fault has its say. It neither receives nor sends.
 */
final class Forwarding {
  private final Fault fault;
  private final Set<Port> all;
  private final ForwardingTable table;

  Forwarding(Fault fault, List<Port> ports) {
    this.fault = fault;
    this.all = new LinkedHashSet<>(ports);
    this.table = new ForwardingTable(fault.tableSize());
  }

  /** The ports that a frame goes out of. */
  Set<Port> out(Frame frame, Port in, Setting setting) {
    table.learn(frame.source(), in);
    if (frame.reserved() && !fault.forwardsReserved()) {
      return Set.of();
    }
    Set<Port> honest = new LinkedHashSet<>();
    Optional<Port> known = frame.group() ? Optional.empty() : table.portOf(frame.destination());
    known.ifPresentOrElse(honest::add, () -> honest.addAll(all));
    if (!fault.reflects(frame, in, setting)) {
      honest.remove(in);
    }
    return fault.out(frame, in, honest, all);
  }

  Map<Long, Port> learned() {
    return table.addresses();
  }
}
