package dev.hairpin.lab;

import dev.hairpin.host.Station;
import dev.hairpin.linux.LinkFacts;
import dev.hairpin.linux.Links;
import dev.hairpin.switches.LearnedAt;
import dev.hairpin.switches.LearnedAt.Relation;
import dev.hairpin.switches.Neighbour;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Whether an uplink's cable ends in the switch port that the lab file names: what the switch has
 * learned from a frame of the NIC, and what it was told by LLDP. Nothing of the switch is changed.
 */
final class CableCheck {
  /** Some switches show their forwarding table as it was half a minute ago. */
  private static final Duration LATEST = Duration.ofSeconds(35);

  /** How long an entry on the wrong port must outlive new frames. */
  private static final Duration STALE = Duration.ofSeconds(2);

  /** How long the upstream may come later than the uplink. */
  private static final Duration FAR_LATER = Duration.ofSeconds(3);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final RunTag run;
  private final Numbers numbers;
  private final Links links;
  private final Set<String> untold = ConcurrentHashMap.newKeySet();

  CableCheck(RunTag run, Numbers numbers, Links links) {
    this.run = run;
    this.numbers = numbers;
    this.links = links;
  }

  /** What the switch says of one address. */
  private record Answer(List<LearnedAt> places) {
    boolean known() {
      return !places.isEmpty();
    }

    /** On the port that is expected and on no other. */
    boolean right() {
      return known() && places.stream().allMatch(LearnedAt::here);
    }

    boolean unclear() {
      return known() && none(Relation.OTHER) && none(Relation.PERHAPS_MEMBER);
    }

    /** Nothing speaks against the port, but that it may be bundled. */
    boolean perhapsBundled() {
      return known() && none(Relation.OTHER) && !none(Relation.PERHAPS_MEMBER);
    }

    private boolean none(Relation relation) {
      return places.stream().noneMatch(each -> each.relation() == relation);
    }

    String ports() {
      return places.stream()
          .map(each -> each.port() + (each.byHand() ? " (set by hand)" : ""))
          .collect(Collectors.joining(" and "));
    }
  }

  /**
   * Checks one uplink.
   *
   * @param near sends from the uplink's NIC with the NIC's own address
   * @param far the upstream station
   * @return what the user must know, when the cable is not known to be wrong
   * @throws UndecidedException when the cable ends elsewhere
   */
  List<String> check(
      Lab.Uplink uplink, SwitchSession session, Station near, Optional<? extends Station> far)
      throws IOException {
    List<String> notes = new ArrayList<>(byNeighbours(uplink, session, near.mac()));
    if (!session.tellsWhereLearned()) {
      notes.add(
          unconfirmed(
              uplink,
              "the lab file gives no snmp for switch %s, and its profile has no cli.forwarding-table"
                  .formatted(uplink.switchName())));
      return notes;
    }
    try {
      byForwarding(uplink, session, near, far, notes);
    } catch (SwitchException silent) {
      notes.add(unconfirmed(uplink, String.valueOf(silent.getMessage())));
    }
    return notes;
  }

  private void byForwarding(
      Lab.Uplink uplink,
      SwitchSession session,
      Station near,
      Optional<? extends Station> far,
      List<String> notes)
      throws IOException {
    long began = System.nanoTime();
    long patience = (untold.contains(uplink.switchName()) ? FAR_LATER : LATEST).toNanos();
    Optional<Long> firstSeen = Optional.empty();
    Duration pause = FIRST_PAUSE;
    while (true) {
      send(near);
      if (far.isPresent()) {
        send(far.get());
      }
      Answer answer = new Answer(session.learnedAt(near.mac(), uplink.port()));
      Answer upstream =
          new Answer(
              far.isPresent() ? session.learnedAt(far.get().mac(), uplink.port()) : List.of());
      long now = System.nanoTime();
      if (answer.known() && firstSeen.isEmpty()) {
        firstSeen = Optional.of(now);
      }
      long seenFor = firstSeen.map(each -> now - each).orElse(0L);
      if (answer.right() || answer.unclear()) {
        boolean farSeen = far.isEmpty() || upstream.known();
        if (farSeen || seenFor > FAR_LATER.toNanos()) {
          judge(uplink, near, answer, far, upstream, notes);
          return;
        }
      } else if (answer.known() && seenFor > STALE.toNanos()) {
        throw answer.perhapsBundled()
            ? Bundles.untold(uplink, session, near.mac(), answer.places())
            : elsewhere(uplink, near, answer);
      } else if (now - began > patience) {
        notInTable(uplink, near, far, upstream, notes);
        return;
      }
      LockSupport.parkNanos(pause.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new UndecidedException("interrupted while the cable was checked. Next: run it again");
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  private static void judge(
      Lab.Uplink uplink,
      Station near,
      Answer answer,
      Optional<? extends Station> far,
      Answer upstream,
      List<String> notes)
      throws UndecidedException {
    if (far.isPresent() && upstream.places().stream().anyMatch(LearnedAt::here)) {
      throw new UndecidedException(
          "switch %s has learned the upstream NIC's address %s on port %s, as the uplink's (%s): both come in on one port, so nothing can be told apart. Next: plug the upstream NIC into another port of the switch, or take 'upstream' out of the lab file"
              .formatted(uplink.switchName(), far.get().mac(), upstream.ports(), near.mac()));
    }
    if (!answer.right()) {
      notes.add(
          unconfirmed(
              uplink,
              "switch %s has learned %s on a port that it calls '%s', which may or may not be %s"
                  .formatted(uplink.switchName(), near.mac(), answer.ports(), uplink.port())));
    } else if (answer.places().stream().anyMatch(each -> each.relation() == Relation.MEMBER)) {
      notes.add(Bundles.told(uplink, near.mac(), answer.ports()));
    }
    if (far.isPresent() && !upstream.known()) {
      notes.add(
          "uplink %s: switch %s has learned the uplink's address and not the upstream NIC's (%s): see that the upstream NIC is plugged into the same switch and VLAN"
              .formatted(uplink.name(), uplink.switchName(), far.get().mac()));
    }
  }

  private static UndecidedException elsewhere(Lab.Uplink uplink, Station near, Answer answer) {
    boolean here = answer.places().stream().anyMatch(LearnedAt::here);
    String next =
        here
            ? "Next: clear the entry of %s in the switch's forwarding table, or wait until it is forgotten, and run it again"
                .formatted(near.mac())
            : "Next: plug the cable of %s into port %s, or give the lab file the right port for uplink %s"
                .formatted(uplink.nic(), uplink.port(), uplink.name());
    return new UndecidedException(
        "NIC %s (%s) is not plugged into port %s alone: switch %s has learned its address on port %s. Nothing was changed on any port. %s"
            .formatted(
                uplink.nic(),
                near.mac(),
                uplink.port(),
                uplink.switchName(),
                answer.ports(),
                next));
  }

  private void notInTable(
      Lab.Uplink uplink,
      Station near,
      Optional<? extends Station> far,
      Answer upstream,
      List<String> notes)
      throws UndecidedException {
    if (upstream.known()) {
      throw new UndecidedException(
          "NIC %s: its cable doesn't end in switch %s, which has learned the upstream NIC's address (%s, on port %s) and never the uplink's (%s). Nothing was changed on any port. Next: plug the cable into port %s of this switch and see that the port's VLAN is the upstream's"
              .formatted(
                  uplink.nic(),
                  uplink.switchName(),
                  far.orElseThrow().mac(),
                  upstream.ports(),
                  near.mac(),
                  uplink.port()));
    }
    untold.add(uplink.switchName());
    notes.add(
        unconfirmed(
            uplink,
            "the forwarding table that switch %s shows has none of this host's addresses"
                .formatted(uplink.switchName())));
  }

  /** LLDP: it is told by the other end itself, so it can only speak against or for a port. */
  private List<String> byNeighbours(Lab.Uplink uplink, SwitchSession session, MacAddress own)
      throws IOException {
    List<Neighbour> neighbours = neighbours(session);
    if (neighbours.isEmpty()) {
      return List.of();
    }
    List<LinkFacts> nics = new ArrayList<>();
    for (String each : links.names()) {
      nics.add(links.facts(each));
    }
    for (Neighbour each : neighbours) {
      boolean thisPort = session.isPort(each.localPort(), uplink.port());
      Optional<String> nic = LldpClaims.nic(each, uplink.nic(), own, nics);
      if (nic.isEmpty()) {
        continue;
      }
      boolean itself = nic.get().equals(uplink.nic());
      // LLDP runs on the members of an aggregate, never on itself.
      if (thisPort != itself && !session.mayBundle(each.localPort(), uplink.port())) {
        throw new UndecidedException(
            "uplink %s: by LLDP, port %s of switch %s has %s of this host at its other end, and the lab file says %s is plugged into port %s. Nothing was changed on any port. Next: look at the cables, and mend the lab file; after a cable was moved, wait two minutes until LLDP has forgotten it"
                .formatted(
                    uplink.name(),
                    each.localPort(),
                    uplink.switchName(),
                    nic.get(),
                    uplink.nic(),
                    uplink.port()));
      }
    }
    return List.of();
  }

  private static List<Neighbour> neighbours(SwitchSession session) {
    if (!session.hasSnmp()) {
      return List.of();
    }
    try {
      return session.neighbours();
    } catch (SwitchException none) {
      return List.of();
    }
  }

  private void send(Station station) throws IOException {
    station.send(
        Probe.of(run, numbers.next(), ProbeRole.ANSWER, station.mac(), MacAddress.BROADCAST)
            .frame());
  }

  private static String unconfirmed(Lab.Uplink uplink, String why) {
    return "uplink %s: that its cable ends in port %s could not be confirmed: %s"
        .formatted(uplink.name(), uplink.port(), why);
  }
}
