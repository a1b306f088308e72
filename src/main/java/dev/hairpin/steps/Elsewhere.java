package dev.hairpin.steps;

import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.SwitchException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
   * By how much each interface's counter rose since then, where that is between these. Ports that
   * runs use are left out: the same check may be under way there.
   */
  Map<Integer, Long> rosenBy(long least, long most) throws IOException {
    Map<Integer, Long> rosen = new TreeMap<>();
    uplink
        .unicastOut()
        .forEach(
            (ifIndex, now) -> {
              long rise = now - before.getOrDefault(ifIndex, now);
              if (ifIndex != own && rise >= least && rise <= most) {
                rosen.put(ifIndex, rise);
              }
            });
    if (!rosen.isEmpty()) {
      Predicate<String> used = uplink.relay().inUse();
      uplink
          .portNames(rosen.keySet())
          .forEach(
              (ifIndex, name) -> {
                if (used.test(name)) {
                  rosen.remove(ifIndex);
                }
              });
    }
    return rosen;
  }

  /** How many other interfaces' counters it shows. */
  int others() {
    return (int) before.keySet().stream().filter(each -> each != own).count();
  }

  String names(Set<Integer> interfaces) throws SwitchException {
    return String.join(" and ", uplink.portNames(interfaces).values());
  }
}
