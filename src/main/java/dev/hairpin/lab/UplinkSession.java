package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.linux.LinkFacts;
import dev.hairpin.switches.LearnedAt;
import dev.hairpin.switches.LearnedMac;
import dev.hairpin.switches.PortFacts;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.verdict.Burst;
import dev.hairpin.verdict.Fence;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Trial;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.ProbeShape;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One uplink while a lab is open: who is on its NIC, who watches it, and its switch port. One
 * thread runs checks on it.
 */
public final class UplinkSession {
  /** An address of no station: locally administered, outside every run's prefix. */
  private static final MacAddress NOBODY = MacAddress.parse("02:de:ad:00:00:01");

  /** The longest frame that a capture made for a burst keeps whole, octets. */
  private static final int BURST_FRAME = 128;

  private static final Duration ARRIVAL = Duration.ofSeconds(1);

  /** Two forward delays (IEEE 802.1Q 13.26.2: 15 s each), and some more. */
  private static final Duration FORWARDING = Duration.ofSeconds(35);

  private static final Duration LEARNING = Duration.ofSeconds(5);

  /**
   * Where a table can be read it is worth waiting for: some show it as it was half a minute ago.
   */
  private static final Duration LATEST_TABLE = Duration.ofSeconds(35);

  private static final Duration AGAIN = Duration.ofMillis(200);

  private final Lab.Uplink uplink;
  private final SightingLog log;
  private final @Nullable UplinkParts parts;
  private final Optional<String> trouble;

  private UplinkSession(
      Lab.Uplink uplink, SightingLog log, @Nullable UplinkParts parts, Optional<String> trouble) {
    this.uplink = uplink;
    this.log = log;
    this.parts = parts;
    this.trouble = trouble;
  }

  static UplinkSession of(Lab.Uplink uplink, SightingLog log, UplinkParts parts) {
    return new UplinkSession(uplink, log, parts, Optional.empty());
  }

  /** An uplink that could not be opened: nothing can be decided on it. */
  static UplinkSession broken(Lab.Uplink uplink, SightingLog log, String trouble) {
    return new UplinkSession(uplink, log, null, Optional.of(trouble));
  }

  /** What the lab file says of it. */
  public Lab.Uplink uplink() {
    return uplink;
  }

  /** Why nothing can be decided on it, when that is so. */
  public Optional<String> trouble() {
    if (parts == null) {
      return trouble;
    }
    return Stream.of(parts.nicOut(), parts.nicIn())
        .flatMap(each -> each.trouble().stream())
        .findFirst();
  }

  /** Everything seen on it in this run. */
  public SightingLog log() {
    return log;
  }

  /** Where frames leave the NIC. */
  public CapturePoint nicOut() {
    return parts().nicOut().point();
  }

  /** Where frames come into the NIC. */
  public CapturePoint nicIn() {
    return parts().nicIn().point();
  }

  /** The switch port. */
  public RelayPort relay() {
    return parts().relay();
  }

  /**
   * Looks, when the wire has failed a check, whether the relay still is what the check rests on,
   * and who changed it where it isn't.
   *
   * @param stop whether to wait no longer
   * @return what the check comes to; nothing when the relay is what it rests on
   * @throws SwitchException when the switch doesn't say what the relay is now
   */
  public Optional<Finding> reviewRelay(RelayBasis basis, BooleanSupplier stop)
      throws SwitchException {
    return new RelayReview(relay()).of(basis, stop);
  }

  /**
   * Lets the switch drop what comes into the port from one member for another, until the check
   * ends.
   *
   * @return whether the switch says that it does
   * @throws SwitchException when it refuses, or can't be told to
   */
  public boolean filterOnSwitch(Member from, Member to) throws IOException {
    return parts().filter().set(from.mac(), to.mac());
  }

  /** The bare stations on the NIC. */
  public Stations stations() {
    return parts().stations();
  }

  /** The real guests on the NIC. */
  public Guests guests() {
    return parts().guests();
  }

  /** The host itself, on the NIC. */
  public Member host() {
    return parts().hostMember();
  }

  /** The host on a macvlan interface of its own, which is made when first asked for. */
  public Member hostMacvlan() throws IOException {
    return parts().macvlan().member();
  }

  /** The NIC's driver; empty when the uplink could not be opened. */
  public Optional<String> driver() {
    return Optional.ofNullable(parts).map(each -> each.driver());
  }

  /** Whether the lab has an upstream. */
  public boolean hasUpstream() {
    return parts().upstream().isPresent();
  }

  /**
   * The upstream.
   *
   * @throws LackingException when the lab has none
   */
  public Member upstream() throws LackingException {
    Upstream upstream =
        parts()
            .upstream()
            .orElseThrow(
                () ->
                    new LackingException(
                        "this check needs an upstream, and the lab has none. Next: give the lab file"
                            + " 'upstream: {nic: NIC}', on another port of the same switch"));
    return new Member("the upstream", upstream.station(), upstream.point(), Optional.empty());
  }

  /** An address that nobody has. */
  public MacAddress nobody() {
    return NOBODY;
  }

  /** The station or other member with an address. */
  public Member memberWith(MacAddress mac) throws IOException {
    return stations().members().stream()
        .filter(each -> each.mac().equals(mac))
        .findFirst()
        .orElseThrow(() -> new IOException("no station here has the address " + mac));
  }

  /** What the kernel says of the NIC. */
  public LinkFacts nicFacts() throws IOException {
    return parts().links().facts(uplink.nic());
  }

  /** Why its NIC can't be used now, with what to do next: gone, down or without a carrier. */
  public Optional<String> nicTrouble() {
    try {
      return UplinkOpening.trouble(nicFacts());
    } catch (IOException gone) {
      return Optional.of(String.valueOf(gone.getMessage()));
    }
  }

  /** The address of an interface of the host, such as a guest's macvtap. */
  public MacAddress macOf(String link) throws IOException {
    return parts().links().facts(link).mac();
  }

  /**
   * Where the switch has learned an address.
   *
   * @throws SwitchException when it can't be asked
   */
  public Optional<LearnedMac> learnedOn(MacAddress mac) throws SwitchException {
    return untilShown(() -> parts().session().learnedOn(mac), Optional::isEmpty, LEARNING);
  }

  /**
   * The same by whatever shows the switch's forwarding table, SNMP or a command: every port that
   * has the address there.
   *
   * @throws SwitchException when it can't be asked
   */
  public List<LearnedAt> learnedAt(MacAddress mac) throws SwitchException {
    return untilShown(
        () -> parts().session().learnedAt(mac, uplink.port()),
        List::isEmpty,
        showsLearned() ? LATEST_TABLE : LEARNING);
  }

  /** Whether a command has shown on which port some address was learned, in this run. */
  public boolean showsLearned() {
    return parts().session().showsLearned();
  }

  private interface Table<T> {
    T read() throws SwitchException;
  }

  /** Some switches show their forwarding table with a delay. */
  private static <T> T untilShown(Table<T> table, Predicate<T> empty, Duration patience)
      throws SwitchException {
    long deadline = System.nanoTime() + patience.toNanos();
    T shown = table.read();
    while (empty.test(shown)
        && System.nanoTime() < deadline
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(AGAIN.toNanos());
      shown = table.read();
    }
    return shown;
  }

  /**
   * The switch port's ifIndex, by which it is told from others whatever it is called.
   *
   * @throws SwitchException when the switch can't be asked
   */
  public int portIfIndex() throws SwitchException {
    return parts().session().portFacts(uplink.port()).ifIndex();
  }

  /** The unicast addresses that the NIC lets in beside its own. */
  public List<MacAddress> unicastFilter() throws IOException {
    return parts().links().unicastFilter(uplink.nic());
  }

  /**
   * Ends a check: takes away what only it needed; tries all of it.
   *
   * @return a sentence for each thing that stayed
   */
  public List<String> endCheck() {
    if (parts == null) {
      return List.of();
    }
    UplinkParts open = parts;
    Closing ending = new Closing();
    ending.add(() -> open.filter().remove());
    ending.add(() -> open.stations().leavePassthru());
    ending.add(() -> open.guests().rest());
    ending.add(() -> open.macvlan().close());
    return ending.close();
  }

  /** Takes everybody off the NIC: stations, the host's macvlan interface, guests. */
  public void clearNic() throws IOException {
    parts().stations().close();
    parts().macvlan().close();
    parts().guests().close();
  }

  /**
   * Sends frames and waits until nothing of them can come any more.
   *
   * @return a trial for each, in their order
   */
  public List<Trial> send(List<Sending> sendings) throws IOException, InterruptedException {
    Optional<Upstream> upstream = parts().upstream();
    if (upstream.isPresent()
        && sendings.stream()
            .anyMatch(each -> each.destination().equals(upstream.get().station().mac()))) {
      // A switch floods what it has not learned, and floods it back down a reflecting port too.
      parts().prober().announce(upstream.get().station(), nicIn());
    }
    return parts().prober().send(sendings, parts().watchers(), parts().receivers(), answering());
  }

  /**
   * Sends numbered frames one behind the other at full speed, of the smallest size, and waits until
   * nothing of them can come any more.
   *
   * @param to a member of the uplink
   */
  public Burst burst(String title, Member from, Member to, int count)
      throws IOException, InterruptedException {
    return burst(title, from, to, new Load(count, ProbeShape.PLAIN, Load.FULL_SPEED));
  }

  /**
   * Sends numbered frames one behind the other and waits until nothing of them can come any more.
   *
   * @param to a member of the uplink
   */
  public Burst burst(String title, Member from, Member to, Load load)
      throws IOException, InterruptedException {
    int count = load.count();
    List<NicWatcher> watchers = List.of(parts().nicOut(), parts().nicIn());
    Numbers numbers = parts().numbers();
    int first = numbers.take(count);
    try (CaptureRoom roomy =
        CaptureRoom.of(watchers, 2 * count + 1_000, Math.max(BURST_FRAME, load.frameLength()))) {
      return parts()
          .prober()
          .burst(
              Sending.of(title, from.station(), to.mac()).shaped(load.shape()),
              first,
              load,
              List.of(nicOut(), nicIn(), to.point()),
              parts().watchers(),
              parts().receivers());
    }
  }

  /** Room in the captures for all that two guests say to each other at once. */
  public CaptureRoom roomForTalk() throws IOException {
    List<NicWatcher> watchers = new ArrayList<>(List.of(parts().nicOut(), parts().nicIn()));
    watchers.addAll(parts().guests().captures());
    return CaptureRoom.of(watchers, GuestTalk.MOST_FRAMES, GuestTalk.LONGEST);
  }

  /**
   * Sends frames there and back, each when the one before has arrived, and times each pair by this
   * program's clock; ends early when one does not arrive.
   *
   * @param nanos takes each time
   */
  public void roundTrips(Member there, Member back, int count, LongConsumer nanos)
      throws IOException, InterruptedException {
    for (int pair = 0; pair < count; pair++) {
      long start = System.nanoTime();
      if (!crosses(there, back) || !crosses(back, there)) {
        return;
      }
      nanos.accept(System.nanoTime() - start);
    }
  }

  /**
   * Lets the uplink's link go down and come up again, and waits until the switch forwards to a
   * station on it; no longer than a port with spanning tree takes for that.
   *
   * @throws LackingException when the host would lose something by it
   */
  public void flapLink(Member from, Member to) throws IOException, InterruptedException {
    parts().flap().flap();
    long deadline = System.nanoTime() + FORWARDING.toNanos();
    boolean forwards = crosses(from, to);
    while (!forwards && System.nanoTime() < deadline) {
      forwards = crosses(from, to);
    }
  }

  /**
   * Lets the switch learn many addresses behind one member, by a frame from each to another member.
   *
   * @param addresses 1 to 65,535; locally administered ones that nobody has
   * @return whether the last frame arrived
   */
  public boolean crowd(Member from, Member to, int addresses)
      throws IOException, InterruptedException {
    int number = 0;
    for (int each = 1; each <= addresses; each++) {
      MacAddress source = MacAddress.of(NOBODY.value() & ~0xFFFFL | each);
      number = parts().numbers().next();
      from.station()
          .send(Probe.of(parts().run(), number, ProbeRole.PROBE, source, to.mac()).frame());
    }
    int last = number;
    return log.await(() -> log.count(last, to.point()) > 0, ARRIVAL);
  }

  private boolean crosses(Member from, Member to) throws IOException, InterruptedException {
    int number = parts().numbers().next();
    from.station()
        .send(Probe.of(parts().run(), number, ProbeRole.PROBE, from.mac(), to.mac()).frame());
    return log.await(() -> log.count(number, to.point()) > 0, ARRIVAL);
  }

  /** What the switch counts on the port. */
  public PortFacts portFacts() throws SwitchException {
    return parts().session().portFacts(uplink.port());
  }

  /** How many unicast frames the switch has sent out of each interface, by ifIndex. */
  public Map<Integer, Long> unicastOut() throws SwitchException {
    return parts().session().unicastOut();
  }

  /** What the switch calls interfaces, by ifIndex. */
  public Map<Integer, String> portNames(Collection<Integer> ifIndexes) throws SwitchException {
    return parts().session().portNames(ifIndexes);
  }

  /** Closes the way behind frames that somebody else sent, such as a guest. */
  public Fence fence(List<Sending> behind) throws IOException, InterruptedException {
    return parts().prober().close(behind, parts().watchers(), parts().receivers(), answering());
  }

  /** The place that a probe of this run was sent from, as a capture point is called. */
  public Optional<String> senderOf(int probeNumber) {
    return Optional.ofNullable(parts).flatMap(each -> each.prober().senderOf(probeNumber));
  }

  /** How many frames each place has dropped so far, by its name. */
  public Map<String, Long> dropped() throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    for (Watcher each : parts().watchers()) {
      counts.put(each.point().name(), each.dropped());
    }
    return counts;
  }

  /** Sets the relay while frames go from A to B all the time, and times what the wire does. */
  public RelayPort.Timed timeRelay(RelayState wanted) throws IOException, InterruptedException {
    return new RelayTimer(this, parts().run(), parts().numbers()).set(wanted);
  }

  private Optional<dev.hairpin.host.Station> answering() throws IOException {
    return stations().members().stream().map(Member::station).findFirst();
  }

  /** Every place that can see frames in this run, for the evidence. */
  public List<CapturePoint> points() throws IOException {
    return parts == null
        ? List.of()
        : parts.watchers().stream().map(Watcher::point).distinct().toList();
  }

  /** Puts the port back as it was found; gives it when it isn't. */
  List<PortRemains> restorePort() {
    return parts == null ? List.of() : parts.relay().close().stream().toList();
  }

  /** Compares the port's configuration and the switch's other ports with what was before. */
  List<PortRemains> comparePort() {
    return parts == null ? List.of() : parts.relay().compare();
  }

  /** What the user must know of the switch port whatever the verdicts are. */
  List<String> portNotes() {
    return parts == null ? List.of() : parts.relay().notes();
  }

  /** When the last probe was sent, by {@link System#nanoTime}. */
  OptionalLong lastSent() {
    return parts == null ? OptionalLong.empty() : parts.prober().lastSent();
  }

  /** The run is to end: guests boot and work no more. */
  void interrupt() {
    if (parts != null) {
      parts.guests().interrupt();
    }
  }

  /** Takes everybody off the NIC; gives a sentence for each thing that could not be closed. */
  List<String> close() {
    return parts == null ? List.of() : parts.close();
  }

  /** From now on no check needs the NIC without guests: they may boot while others run. */
  public void guestsMayBoot() {
    if (parts != null) {
      parts.guests().begin();
    }
  }

  /** All checks have ended: guests are wanted no more. */
  public void guestsMayLeave() {
    if (parts != null) {
      parts.guests().dismiss();
    }
  }

  private UplinkParts parts() {
    if (parts == null) {
      throw new IllegalStateException("the uplink could not be opened: " + trouble.orElse(""));
    }
    return parts;
  }
}
