package dev.hairpin.lab;

import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.MacvtapMode;
import dev.hairpin.wire.DhcpReply;
import dev.hairpin.wire.Ipv4Address;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The real guests on one uplink's NIC: A and B, booted once, side by side, and used by every check
 * that wants them.
 */
public final class Guests implements AutoCloseable {
  private static final String NET = "198.51.100.";
  private static final String LEASES = "203.0.113.";
  private static final Ipv4Address SERVER = Ipv4Address.parse(LEASES + "254");

  private final UplinkOpening opening;
  private final GuestBoot boot;
  private List<GuestSeat> inUse = List.of();

  Guests(UplinkOpening opening, Lab.Uplink uplink, SightingLog log) {
    this.opening = opening;
    this.boot = new GuestBoot(opening, uplink, log, NET);
  }

  /** Lets them boot beside other work. */
  void begin() {
    boot.begin();
  }

  /**
   * Puts them into a mode; waits for their boot. From now on they are watched, until {@link #rest}.
   * If one is gone, both are booted anew, once (as when one ends while it boots): its end has cost
   * the check that it happened in, and needn't cost those that follow.
   *
   * @throws UndecidedException when they can't be had, with the reason
   */
  public List<GuestSeat> use(MacvtapMode mode) throws IOException {
    List<GuestSeat> seats = boot.await();
    Optional<String> gone = gone(seats);
    if (gone.isPresent() && boot.mayBeAnew(gone.get())) {
      close();
      seats = boot.await();
      gone = gone(seats);
    }
    if (gone.isPresent()) {
      throw new UndecidedException(
          gone.get() + ". Next: run again; see whether memory is short (dmesg)");
    }
    for (GuestSeat each : seats) {
      if (each.guest().mode() != mode) {
        each.guest().setMode(mode);
      }
    }
    inUse = seats;
    return seats;
  }

  private static Optional<String> gone(List<GuestSeat> seats) {
    return seats.stream()
        .filter(each -> !each.guest().alive())
        .findFirst()
        .map(each -> "guest %s is gone: its QEMU has ended".formatted(each.name()));
  }

  /**
   * Gives the guests in use their addresses anew, with duplicate address detection.
   *
   * @return what each says of its addresses then
   */
  public Map<GuestSeat, String> addressAnew() throws IOException {
    return sideBySide(inUse);
  }

  private static Map<GuestSeat, String> sideBySide(List<GuestSeat> seats) throws IOException {
    Map<GuestSeat, CompletableFuture<String>> running = new LinkedHashMap<>();
    for (GuestSeat each : seats) {
      running.put(
          each,
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return each.addressAnew();
                } catch (IOException failed) {
                  throw new UncheckedIOException(failed);
                }
              }));
    }
    Map<GuestSeat, String> addresses = new LinkedHashMap<>();
    for (Map.Entry<GuestSeat, CompletableFuture<String>> each : running.entrySet()) {
      try {
        addresses.put(each.getKey(), each.getValue().join());
      } catch (CompletionException failed) {
        throw new IOException(
            "guest %s got no addresses: %s"
                .formatted(each.getKey().name(), String.valueOf(failed.getCause())),
            failed);
      }
    }
    return addresses;
  }

  /** Sees to it that all guests in use have usable addresses. */
  public void addressed() throws IOException {
    List<GuestSeat> bare = new ArrayList<>();
    for (GuestSeat each : inUse) {
      if (!each.addressed()) {
        bare.add(each);
      }
    }
    sideBySide(bare);
    for (GuestSeat each : bare) {
      if (!each.addressed()) {
        throw new UndecidedException(
            "guest %s could not use its addresses %s and %s: duplicate address detection says that somebody else has them. Next: see who else is in this VLAN"
                .formatted(each.name(), each.ipv4(), each.ipv6()));
      }
    }
  }

  /**
   * A DHCP server for one of them on the upstream's NIC.
   *
   * @param upstream the upstream's MAC address
   */
  public DhcpServer dhcpServer(GuestSeat guest, MacAddress upstream) throws IOException {
    Ipv4Address leased = Ipv4Address.parse(guest.ipv4().replace(NET, LEASES));
    return new DhcpServer(
        opening.placement().host(),
        opening.loaded().lab().upstream().orElseThrow().nic(),
        new DhcpReply(upstream, SERVER, leased),
        guest.mac());
  }

  /** The check that used them has ended; they stay booted. */
  void rest() {
    inUse = List.of();
  }

  List<Watcher> watchers() {
    return List.copyOf(captures());
  }

  /** One for each guest in use. */
  List<NicWatcher> captures() {
    return inUse.stream().map(GuestSeat::watcher).toList();
  }

  List<Receiver> receivers() {
    return inUse.stream().map(each -> new Receiver(each.mac(), each.point(), Set.of())).toList();
  }

  /** The run is to end: nobody waits for them any more, neither for their boot nor their words. */
  void interrupt() {
    boot.interrupt();
  }

  /** No check wants them any more: other uplinks' guests get their room. */
  void dismiss() {
    boot.interrupt();
    try {
      close();
    } catch (IOException left) {
      opening.notes().accept("guests could not be ended: " + left.getMessage());
    }
  }

  /** Ends them. */
  @Override
  public void close() throws IOException {
    inUse = List.of();
    boot.close();
  }
}
