package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Exit;
import dev.hairpin.embedded.plane.Fault;
import dev.hairpin.embedded.plane.Frame;
import dev.hairpin.embedded.plane.Passage;
import dev.hairpin.embedded.plane.Port;
import dev.hairpin.wire.MacAddress;
import java.util.List;
import java.util.Map;

/** Reflects multicast as a unicast copy for each address behind the port. */
final class UnicastCopies implements Fault {
  @Override
  public void pass(Frame frame, Passage way, Exit exit, Map<Long, Port> learned) {
    if (!way.reflected() || !frame.group() || frame.destination().isBroadcast()) {
      exit.send(frame);
      return;
    }
    List<MacAddress> behind =
        learned.entrySet().stream()
            .filter(each -> each.getValue().equals(way.out()))
            .map(each -> MacAddress.of(each.getKey()))
            .filter(each -> !each.equals(frame.source()))
            .toList();
    behind.forEach(each -> exit.send(frame.withAddress(false, each)));
  }
}
