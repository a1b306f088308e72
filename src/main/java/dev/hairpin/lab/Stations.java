package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.BareStation;
import dev.hairpin.host.KvmHost;
import dev.hairpin.host.MacvtapMode;
import dev.hairpin.host.Refusal;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The bare stations on one uplink's NIC. They stay from check to check and change their mode in
 * place.
 */
public final class Stations implements AutoCloseable {
  private final KvmHost host;
  private final String nic;
  private final SightingLog log;
  private final Announcer announcer;
  private final Map<String, Seat> open = new TreeMap<>();

  /** A station and the groups it has joined. */
  private record Seat(BareStation station, Set<MacAddress> groups) {}

  /** Lets the switch learn a new station's address. */
  @FunctionalInterface
  interface Announcer {
    void announce(BareStation station) throws IOException;
  }

  Stations(KvmHost host, String nic, SightingLog log, Announcer announcer) {
    this.host = host;
    this.nic = nic;
    this.log = log;
    this.announcer = announcer;
  }

  /** Makes it so that exactly these stations are there, each in its mode and in no group. */
  public void exactly(Map<String, MacvtapMode> wanted) throws IOException {
    for (Seat seat : List.copyOf(open.values())) {
      Optional<MacvtapMode> mode = Optional.ofNullable(wanted.get(seat.station().name()));
      if (mode.filter(each -> inPlace(seat.station().mode(), each)).isEmpty()) {
        close(seat);
      }
    }
    for (Map.Entry<String, MacvtapMode> each : wanted.entrySet()) {
      Seat seat = open.get(each.getKey());
      if (seat == null) {
        add(each.getKey(), each.getValue());
      } else {
        change(seat, each.getValue());
      }
    }
  }

  /** Whether the kernel changes one mode to the other on a live device. */
  private static boolean inPlace(MacvtapMode from, MacvtapMode to) {
    return (from == MacvtapMode.PASSTHRU) == (to == MacvtapMode.PASSTHRU);
  }

  private static void change(Seat seat, MacvtapMode mode) throws IOException {
    if (seat.station().mode() != mode) {
      seat.station().setMode(mode);
    }
    for (MacAddress group : seat.groups()) {
      seat.station().leave(group);
    }
    seat.groups().clear();
  }

  private void add(String name, MacvtapMode mode) throws IOException {
    BareStation station = host.bareStation(name, nic, mode, log.at(point(name)));
    open.put(name, new Seat(station, new HashSet<>()));
    announcer.announce(station);
  }

  /** Lets a station hear a multicast group. */
  public void join(String name, MacAddress group) throws IOException {
    seat(name).station().join(group);
    seat(name).groups().add(group);
  }

  /**
   * Tries to put one more macvtap on the NIC.
   *
   * @return why the kernel refused, or nothing when it didn't; nothing stays either way
   */
  public Optional<String> refusalOf(MacvtapMode mode) throws IOException {
    return host.refusal(nic, mode).map(Refusal::reason);
  }

  /**
   * One of them.
   *
   * @throws IOException when there is none of that name
   */
  public Member member(String name) throws IOException {
    BareStation station = seat(name).station();
    return new Member(name, station, point(name), Optional.of(station.mode()));
  }

  private Seat seat(String name) throws IOException {
    Seat seat = open.get(name);
    if (seat == null) {
      throw new IOException(
          "there is no station %s; there are %s. Next: say 'Given station %s in vepa mode' first"
              .formatted(name, open.keySet(), name));
    }
    return seat;
  }

  List<Member> members() throws IOException {
    List<Member> members = new ArrayList<>();
    for (String name : open.keySet()) {
      members.add(member(name));
    }
    return members;
  }

  /** Whether one of them is in a mode now. */
  public boolean anyIn(MacvtapMode mode) throws IOException {
    for (Member each : members()) {
      if (each.mode().equals(Optional.of(mode))) {
        return true;
      }
    }
    return false;
  }

  List<Receiver> receivers() {
    return open.values().stream()
        .map(
            each ->
                new Receiver(
                    each.station().mac(), point(each.station().name()), Set.copyOf(each.groups())))
        .toList();
  }

  private static CapturePoint point(String name) {
    return new CapturePoint("station " + name, CapturePoint.Kind.STATION);
  }

  private void close(Seat seat) throws IOException {
    open.remove(seat.station().name());
    seat.station().close();
  }

  /** Frees the NIC when a station has it to itself. */
  void leavePassthru() throws IOException {
    for (Seat seat : List.copyOf(open.values())) {
      if (seat.station().mode() == MacvtapMode.PASSTHRU) {
        close(seat);
      }
    }
  }

  /** Takes all of them away. */
  @Override
  public void close() throws IOException {
    for (Seat seat : List.copyOf(open.values())) {
      close(seat);
    }
  }
}
