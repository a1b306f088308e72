package dev.hairpin.steps;

import dev.hairpin.capture.Sighting;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.LearnedAt;
import dev.hairpin.switches.NotConfiguredException;
import dev.hairpin.switches.NotInViewException;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.wire.MacAddress;
import java.util.List;
import java.util.stream.Collectors;

/** Where a switch has learned an address; by what it must have learned when it can't be asked. */
final class Learning {
  private static final String UNLEARNED = "it has not learned it at all";

  private static final String UNSHOWN = "the switch's forwarding table doesn't show the address";

  private Learning() {}

  static Finding of(UplinkSession uplink, String who, MacAddress mac, List<Sighting> seen) {
    try {
      Finding told = settled(uplink, asked(uplink, who, mac, Diagnosis.ALTERED));
      return told.outcome() == Outcome.SKIPPED
          ? byTheWire(uplink, who, mac, seen)
          : told.on(Grounds.SWITCH);
    } catch (NotConfiguredException | NotInViewException silent) {
      return byTheWire(uplink, who, mac, seen);
    }
  }

  /**
   * The same by the switch's word alone; skipped where its word can't be understood.
   *
   * @throws NotConfiguredException when the lab file has no way to ask it
   * @throws NotInViewException when it doesn't show its forwarding table
   */
  static Finding asked(UplinkSession uplink, String who, MacAddress mac, Diagnosis elsewhere)
      throws NotConfiguredException, NotInViewException {
    String port = uplink.uplink().port();
    String claim = "the switch learns %s of %s on port %s".formatted(mac, who, port);
    try {
      if (uplink.learnedOn(mac).isEmpty()) {
        return Finding.failed(claim, elsewhere, UNLEARNED);
      }
    } catch (NotConfiguredException | NotInViewException silent) {
      // A command may tell what SNMP doesn't.
    } catch (SwitchException away) {
      return Finding.inconclusive(claim, String.valueOf(away.getMessage()));
    }
    // All places: another VLAN's table may have it elsewhere.
    return byPlaces(uplink, claim, mac, elsewhere);
  }

  /**
   * What it means that none of a station's frames was seen to come out of the switch: one that lets
   * nothing in has nothing to learn from, and is not to blame for its table.
   */
  static Finding unheard(Finding told) {
    return told.seen().equals(UNLEARNED) || told.seen().equals(UNSHOWN)
        ? Finding.inconclusive(
            told.claim(),
            told.seen()
                + ", and none of its frames was seen to come out of the switch: the port may let nothing from it in. Next: look at the port on the switch (shut down, port security, 802.1X)")
        : told;
  }

  /**
   * Where a command has shown any address in this run, its words are understood: what it doesn't
   * show then isn't in the table, whatever keeps it out.
   */
  static Finding settled(UplinkSession uplink, Finding told) {
    return told.seen().equals(UNSHOWN) && uplink.showsLearned()
        ? Finding.inconclusive(
            told.claim(),
            "the switch's forwarding table can be read, for it has shown other addresses, and doesn't have this one. Next: see on the switch whether the port learns addresses, and whether its table is full")
        : told;
  }

  /**
   * By what the table's names are to the port's. What the profile's command doesn't show may be
   * shown in words the profile doesn't know.
   */
  private static Finding byPlaces(
      UplinkSession uplink, String claim, MacAddress mac, Diagnosis elsewhere)
      throws NotConfiguredException, NotInViewException {
    try {
      List<LearnedAt> places = uplink.learnedAt(mac);
      if (places.isEmpty()) {
        return Finding.skipped(claim, UNSHOWN);
      }
      String said =
          "it has learned it on port "
              + places.stream().map(LearnedAt::port).collect(Collectors.joining(" and "));
      if (places.stream().anyMatch(each -> each.relation() == LearnedAt.Relation.OTHER)) {
        return Finding.failed(claim, elsewhere, said);
      }
      return places.stream().allMatch(LearnedAt::here)
          ? Finding.passed(claim, said)
          : Finding.skipped(
              claim, said + ", which its profile can't tell from the one that is meant");
    } catch (NotConfiguredException | NotInViewException silent) {
      throw silent;
    } catch (SwitchException away) {
      return Finding.inconclusive(claim, String.valueOf(away.getMessage()));
    }
  }

  /** A switch that can't be asked: all that can be told is what it was given to learn. */
  private static Finding byTheWire(
      UplinkSession uplink, String who, MacAddress mac, List<Sighting> seen) {
    String claim =
        "frames with %s of %s as their source leave for port %s (what the switch learned from them can't be read)"
            .formatted(mac, who, uplink.uplink().port());
    long frames =
        seen.stream()
            .filter(each -> each.point().equals(uplink.nicOut()))
            .filter(each -> MacAddress.of(each.frame(), 6).equals(mac))
            .count();
    return frames > 0
        ? Finding.passed(claim, frames + " of them were seen leaving")
        : Finding.inconclusive(claim, "none was seen leaving");
  }
}
