package dev.hairpin.lab;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.linux.Links;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an open uplink is made of. */
record UplinkParts(
    RunTag run,
    Numbers numbers,
    Prober prober,
    Links links,
    LinkFlap flap,
    String driver,
    NicWatcher nicOut,
    NicWatcher nicIn,
    Member hostMember,
    Optional<Upstream> upstream,
    Optional<Watcher> upstreamWatcher,
    RelayPort relay,
    PortFilter filter,
    SwitchSession session,
    Stations stations,
    HostMacvlan macvlan,
    Guests guests,
    Closing closing) {

  /** Everybody who sees frames now, in the order of a probe's way. */
  List<Watcher> watchers() throws IOException {
    List<Watcher> watchers = new ArrayList<>(List.of(nicOut, nicIn));
    watchers.add(new StationWatcher(hostMember.point(), hostMember.station()));
    macvlan
        .open()
        .ifPresent(each -> watchers.add(new StationWatcher(each.point(), each.station())));
    for (Member each : stations.members()) {
      watchers.add(new StationWatcher(each.point(), each.station()));
    }
    watchers.addAll(guests.watchers());
    upstreamWatcher.ifPresent(watchers::add);
    return watchers;
  }

  /**
   * Everybody on the uplink whose hearing a fence must close. A station in passthru mode has the
   * NIC and its address to itself: the host's own stack hears nothing beside it.
   */
  List<Receiver> receivers() throws IOException {
    List<Receiver> receivers = new ArrayList<>(stations.receivers());
    if (!stations.anyIn(MacvtapMode.PASSTHRU)) {
      receivers.add(new Receiver(hostMember.mac(), hostMember.point(), Set.of(), true));
    }
    macvlan
        .open()
        .ifPresent(each -> receivers.add(new Receiver(each.mac(), each.point(), Set.of(), true)));
    receivers.addAll(guests.receivers());
    return receivers;
  }

  List<String> close() {
    return closing.close();
  }
}
