package dev.hairpin.it;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each check must come to, by its id. It starts as an honest Linux bridge with Linux macvtap
 * on veth comes out, with the waivers of the built-in lab.
 */
final class Expected {
  /** The checks that real guests take part in. */
  private static final List<String> GUESTS =
      List.of(
          "vepa-guests-talk",
          "vepa-guest-dhcp",
          "private-guests-isolated",
          "host-mac-same-as-guest");

  private static final List<String> CHECKS =
      List.of(
          "relay-off-by-default",
          "relay-on-takes-effect",
          "relay-off-takes-effect",
          "relay-toggle-endurance",
          "survives-link-flap",
          "vepa-unicast-reflected",
          "vepa-both-directions",
          "vepa-broadcast-once",
          "vepa-multicast-once",
          "vepa-unknown-unicast",
          "vepa-frame-sizes",
          "vepa-vlan-tag-kept",
          "vepa-ethertypes",
          "vepa-order-kept",
          "vepa-upstream-broadcast-once",
          "vepa-link-local-not-reflected",
          "vepa-visible-to-switch",
          "vepa-fdb-stable",
          "vepa-switch-policy-holds",
          "vepa-upstream-both-ways",
          "vepa-off-dropped",
          "vepa-guests-talk",
          "vepa-guest-dhcp",
          "bridge-stays-inside",
          "bridge-broadcast-once",
          "bridge-upstream-both-ways",
          "passthru-is-alone",
          "passthru-upstream-both-ways",
          "mixed-modes",
          "private-broadcast-isolated",
          "private-unicast-isolated",
          "private-guests-isolated",
          "private-upstream-both-ways",
          "host-guest-cut-off",
          "host-guest-through-switch",
          "host-guest-over-macvlan",
          "host-mac-same-as-guest",
          "host-nic-not-promiscuous");

  private final Map<String, String> outcomes = new TreeMap<>();

  private Expected() {
    CHECKS.forEach(each -> outcomes.put(each, "passed"));
    outcomes.put("private-unicast-isolated", "waived isolation-leak");
    outcomes.put("private-broadcast-isolated", "waived returned-to-sender");
    outcomes.put("private-guests-isolated", "waived isolation-leak");
    outcomes.put("mixed-modes", "waived isolation-leak");
    outcomes.put("vepa-link-local-not-reflected", "waived link-local-reflected");
    outcomes.put("host-nic-not-promiscuous", "waived config-untrue");
  }

  static Expected honest() {
    return new Expected();
  }

  Expected withoutGuests() {
    GUESTS.forEach(outcomes::remove);
    return this;
  }

  /** In a lab that names no SNMP agent, nobody can ask for a port's counters. */
  Expected withoutSnmp() {
    return but("skipped", "vepa-visible-to-switch");
  }

  /** Nobody can give a port a filter. */
  Expected withoutFilter() {
    return but("skipped", "vepa-switch-policy-holds");
  }

  /** These come out like this. */
  Expected but(String outcome, String... checks) {
    for (String each : checks) {
      if (outcomes.put(each, outcome) == null) {
        throw new IllegalArgumentException("no check " + each);
      }
    }
    return this;
  }

  Map<String, String> outcomes() {
    return outcomes;
  }

  /** As {@link RunReport#names} says them, in any order. */
  List<String> names() {
    return outcomes.keySet().stream().map(each -> each + " on tor1").toList();
  }
}
