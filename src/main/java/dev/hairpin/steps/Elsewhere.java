package dev.hairpin.steps;

import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.SwitchException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

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
    if (!rosen.isEmpty()) {
      Predicate<String> used = uplink.relay().inUse();
      uplink
          .portNames(rosen)
          .forEach(
              (ifIndex, name) -> {
                if (used.test(name)) {
                  rosen.remove(ifIndex);
                }
              });
    }
    return rosen;
  }

  String names(Set<Integer> interfaces) throws SwitchException {
    return String.join(" and ", uplink.portNames(interfaces).values());
  }
}
