package dev.hairpin.lab;

import dev.hairpin.capture.CaptureDirection;
import dev.hairpin.capture.CaptureFilter;
import dev.hairpin.capture.CaptureOptions;
import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.NicCapture;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.HostStation;
import dev.hairpin.host.KvmHost;
import dev.hairpin.host.Station;
import dev.hairpin.host.StationAddresses;
import dev.hairpin.linux.LinkFacts;
import dev.hairpin.linux.Links;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.Shell;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is the same for all uplinks of a lab that is being opened, and how one of them is. */
record UplinkOpening(
    LoadedLab loaded,
    String source,
    Placement placement,
    RunDirectory run,
    RunTag tag,
    Shell shell,
    KvmHost host,
    MacAddress prefix,
    GuestPreparation guests,
    Waiting waiting,
    CableCheck cables,
    Consumer<String> notes) {

  /** The same with a way of its own to the host. */
  UplinkOpening with(HostAccess access, Closing closing) throws IOException {
    LocalShell own = closing.add(access.shell());
    return new UplinkOpening(
        loaded,
        source,
        placement,
        run,
        tag,
        own,
        access.host(own),
        prefix,
        guests,
        waiting,
        cables,
        notes);
  }

  Links links() {
    return host.links();
  }

  /**
   * A NIC that can be used.
   *
   * @throws UndecidedException when there is none of that name, or it is down
   */
  LinkFacts usable(String nic) throws IOException {
    LinkFacts facts = links().facts(nic);
    Optional<String> trouble = trouble(facts);
    if (trouble.isPresent()) {
      throw new UndecidedException(trouble.get());
    }
    return facts;
  }

  /** Why a NIC can't be used, with what to do next. */
  static Optional<String> trouble(LinkFacts nic) {
    if (!nic.up()) {
      return Optional.of("NIC %1$s is down. Next: ip link set dev %1$s up".formatted(nic.name()));
    }
    return nic.carrier()
        ? Optional.empty()
        : Optional.of(
            "NIC %s has no carrier. Next: plug its cable in, and see that the switch port is up"
                .formatted(nic.name()));
  }

  private static void notHeld(LinkFacts nic) throws UndecidedException {
    if (nic.holder().isPresent()) {
      throw new UndecidedException(
          "NIC %1$s is part of %2$s, which takes every frame from it, so the kernel makes no macvtap on it. Next: ip link set dev %1$s nomaster"
              .formatted(nic.name(), nic.holder().get()));
    }
  }

  /** Marked frames, and everything from or to a station of this run. */
  CaptureFilter filter() {
    return CaptureFilter.EVERYTHING.orStations(prefix, StationAddresses.PREFIX_OCTETS).orProbes();
  }

  NicWatcher watcher(
      String nic, int mtu, CaptureDirection direction, SightingLog log, CapturePoint point)
      throws IOException {
    return new NicWatcher(
        point,
        CaptureOptions.of(direction, filter()).forMtu(mtu),
        log.at(point),
        (options, sink) -> NicCapture.open(placement.host(), nic, options, sink));
  }

  UplinkParts open(
      Lab.Uplink uplink,
      SightingLog log,
      SwitchSession session,
      Numbers numbers,
      UpstreamWatch upstream,
      Closing closing)
      throws IOException {
    String nic = uplink.nic();
    LinkFacts facts = usable(nic);
    notHeld(facts);
    RelayPort relay = relay(uplink, session, closing);
    PortFilter filter =
        new PortFilter(
            session,
            run.journal(),
            new Undo.FilterRemove(
                source,
                uplink.switchName(),
                uplink.port(),
                placement.management().name().orElse("")));
    closing.add(filter::remove);
    Optional<Upstream> far = upstream.joinedBy(log);
    CapturePoint outPoint = point(nic, "out", CapturePoint.Kind.NIC_OUT);
    CapturePoint inPoint = point(nic, "in", CapturePoint.Kind.NIC_IN);
    CapturePoint stack = point(nic, "stack", CapturePoint.Kind.HOST);
    NicWatcher out = closing.add(watcher(nic, facts.mtu(), CaptureDirection.OUT, log, outPoint));
    NicWatcher in = closing.add(watcher(nic, facts.mtu(), CaptureDirection.IN, log, inPoint));
    HostStation hostStation = closing.add(host.hostStation("host", nic, log.at(stack)));
    PortStanding.check(uplink, session).forEach(notes);
    cables.check(uplink, session, hostStation, far.map(Upstream::station)).forEach(notes);
    Stations stations =
        closing.add(new Stations(host, nic, log, station -> announce(station, numbers)));
    HostMacvlan macvlan = closing.add(new HostMacvlan(host, nic, log));
    Guests pair = closing.add(new Guests(this, uplink, log));
    return new UplinkParts(
        tag,
        numbers,
        new Prober(
            tag,
            numbers,
            log,
            new FenceLine(tag, numbers, log, far, inPoint),
            loaded.lab().timing().guard(),
            places(stack, far)),
        links(),
        new LinkFlap(links(), placement.host(), run.journal(), nic),
        facts.driver(),
        out,
        in,
        new Member("the host", hostStation, stack, Optional.empty()),
        far,
        upstream.watcher(),
        relay,
        filter,
        session,
        stations,
        macvlan,
        pair,
        closing);
  }

  private RelayPort relay(Lab.Uplink uplink, SwitchSession session, Closing closing)
      throws IOException {
    String management = placement.management().name().orElse("");
    PortKeys keys = PortKeys.of(management, loaded.lab().switchOf(uplink), uplink.port());
    closing.add(
        PortLock.take(
            run.root(),
            "run " + run.id(),
            management,
            loaded.lab().switchOf(uplink),
            uplink.port(),
            waiting));
    return RelayPort.read(
        SwitchPort.of(session, uplink.port()),
        run.journal(),
        found -> Undo.RelayRestore.of(source, uplink, found, keys.keys(), management),
        port -> LeftRelays.about(run.root(), port),
        () -> PortLock.inUse(run.root(), keys));
  }

  private static Map<String, String> places(CapturePoint stack, Optional<Upstream> far) {
    Map<String, String> places = new HashMap<>();
    places.put("host", stack.name());
    places.put("host macvlan", "host macvlan");
    far.ifPresent(each -> places.put("upstream", each.point().name()));
    return places;
  }

  private static CapturePoint point(String nic, String end, CapturePoint.Kind kind) {
    return new CapturePoint("host %s %s".formatted(nic, end), kind);
  }

  /** As a guest does when its interface comes up: switches learn where it is. */
  private void announce(Station station, Numbers numbers) throws IOException {
    station.send(
        Probe.of(tag, numbers.next(), ProbeRole.ANSWER, station.mac(), MacAddress.BROADCAST)
            .frame());
  }
}
