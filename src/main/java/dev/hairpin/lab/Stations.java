package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.BareStation;
import dev.hairpin.host.KvmHost;
import dev.hairpin.host.MacvtapMode;
import dev.hairpin.linux.LinkRefusedException;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The bare stations on one uplink's NIC. They stay from check to check and change their mode in place. */
public final class Stations implements AutoCloseable {
  private final KvmHost host;
  private final String nic;
  private final SightingLog log;
  private final Announcer announcer;
  private final Map<String, BareStation> open = new TreeMap<>();
  private final Map<String, Set<MacAddress>> groups = new HashMap<>();

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
    for (String name : List.copyOf(open.keySet())) {
      if (!fits(open.get(name), wanted.get(name))) {
        close(name);
      }
    }
    for (Map.Entry<String, MacvtapMode> each : wanted.entrySet()) {
      BareStation station = open.get(each.getKey());
      if (station == null) {
        add(each.getKey(), each.getValue());
      } else if (station.mode() != each.getValue()) {
        station.setMode(each.getValue());
      }
      leaveGroups(each.getKey());
    }
  }

  private static boolean fits(BareStation station, MacvtapMode wanted) {
    return wanted != null
        && (station.mode() == MacvtapMode.PASSTHRU) == (wanted == MacvtapMode.PASSTHRU);
  }

  private void add(String name, MacvtapMode mode) throws IOException {
    BareStation station = host.station(nic, name, mode, log.at(point(name)));
    open.put(name, station);
    groups.put(name, new HashSet<>());
    announcer.announce(station);
  }

  /** Lets a station hear a multicast group. */
  public void join(String name, MacAddress group) throws IOException {
    station(name).join(group);
    groups.get(name).add(group);
  }

  private void leaveGroups(String name) throws IOException {
    for (MacAddress group : groups.get(name)) {
      station(name).leave(group);
    }
    groups.get(name).clear();
  }

  /**
   * Tries to put one more macvtap on the NIC.
   *
   * @return why the kernel refused, or nothing when it didn't; nothing stays either way
   */
  public Optional<String> refusalOf(MacvtapMode mode) throws IOException {
    try (BareStation surplus = host.station(nic, "surplus", mode, (time, frame) -> {})) {
      return Optional.empty();
    } catch (LinkRefusedException refused) {
      return Optional.of(refused.reason());
    }
  }

  /**
   * One of them.
   *
   * @throws IOException when there is none of that name
   */
  public Member member(String name) throws IOException {
    BareStation station = station(name);
    return new Member(name, station, point(name), Optional.of(station.mode()));
  }

  private BareStation station(String name) throws IOException {
    BareStation station = open.get(name);
    if (station == null) {
      throw new IOException(
          "there is no station %s; there are %s. Next: say 'Given station %s in vepa mode' first"
              .formatted(name, open.keySet(), name));
    }
    return station;
  }

  List<Member> members() throws IOException {
    List<Member> members = new ArrayList<>();
    for (String name : open.keySet()) {
      members.add(member(name));
    }
    return members;
  }

  List<Receiver> receivers() {
    return open.values().stream()
        .map(each -> new Receiver(each.mac(), point(each.name()), Set.copyOf(groups.get(each.name()))))
        .toList();
  }

  private static CapturePoint point(String name) {
    return new CapturePoint("station " + name, CapturePoint.Kind.STATION);
  }

  private void close(String name) throws IOException {
    BareStation station = open.remove(name);
    groups.remove(name);
    if (station != null) {
      station.close();
    }
  }

  /** Takes all of them away. */
  @Override
  public void close() throws IOException {
    for (String name : List.copyOf(open.keySet())) {
      close(name);
    }
  }
}
