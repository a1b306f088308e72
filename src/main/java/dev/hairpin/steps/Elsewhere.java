package dev.hairpin.steps;

import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.SwitchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a switch counts on other ports than the uplink's while frames are reflected there. Other
 * ports have traffic of their own; only a rise by about what was sent is of interest.
 *
 * @param own the ifIndex of the uplink's port
 * @param before how many unicast frames had left each interface, by ifIndex
 */
record Elsewhere(UplinkSession uplink, int own, Map<Integer, Long> before) {
  static Elsewhere before(UplinkSession uplink) throws SwitchException {
    return new Elsewhere(uplink, uplink.portIfIndex(), uplink.unicastOut());
  }

  /**
   * The interfaces whose counter rose since then by a number between these. Ports that runs use are
   * left out: the same check may be under way there.
   */
  Set<Integer> rosenBy(long least, long most) throws IOException {
    Set<Integer> rosen = new TreeSet<>();
    uplink
        .unicastOut()
        .forEach(
            (ifIndex, now) -> {
              long rise = now - before.getOrDefault(ifIndex, now);
              if (ifIndex != own && rise >= least && rise <= most) {
                rosen.add(ifIndex);
              }
            });
    for (int each : Set.copyOf(rosen)) {
      if (uplink.relay().inUse(uplink.portName(each))) {
        rosen.remove(each);
      }
    }
    return rosen;
  }

  String names(Set<Integer> interfaces) throws SwitchException {
    List<String> names = new ArrayList<>();
    for (int each : interfaces) {
      names.add(uplink.portName(each));
    }
    return String.join(" and ", names);
  }
}
