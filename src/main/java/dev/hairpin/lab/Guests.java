package dev.hairpin.lab;

import dev.hairpin.capture.CaptureDirection;
import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.Guest;
import dev.hairpin.host.MacvtapMode;
import dev.hairpin.wire.DhcpReply;
import dev.hairpin.wire.Ipv4Address;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The real guests on one uplink's NIC: A and B, booted once, side by side, and used by every check
 * that wants them.
 */
public final class Guests implements AutoCloseable {
  private static final List<String> NAMES = List.of("A", "B");

  /** From a QEMU's last word to its end. */
  private static final Duration END = Duration.ofMillis(500);

  private static final String NET = "198.51.100.";
  private static final String LEASES = "203.0.113.";
  private static final Ipv4Address SERVER = Ipv4Address.parse(LEASES + "254");

  private final UplinkOpening opening;
  private final String nic;
  private final int uplinkIndex;
  private final SightingLog log;
  private @Nullable CompletableFuture<List<GuestSeat>> booting;
  private final List<Guest> started = new CopyOnWriteArrayList<>();
  private @Nullable Thread work;
  private boolean interrupted;
  private boolean replaced;
  private List<GuestSeat> inUse = List.of();

  Guests(UplinkOpening opening, Lab.Uplink uplink, SightingLog log) {
    this.opening = opening;
    this.nic = uplink.nic();
    this.uplinkIndex = opening.loaded().lab().uplinks().indexOf(uplink);
    this.log = log;
  }

  /** Lets them boot beside other work. */
  synchronized CompletableFuture<List<GuestSeat>> begin() {
    CompletableFuture<List<GuestSeat>> running = booting;
    if (running == null) {
      CompletableFuture<List<GuestSeat>> fresh = new CompletableFuture<>();
      booting = fresh;
      if (interrupted) {
        fresh.completeExceptionally(new UndecidedException("the run was interrupted"));
        return fresh;
      }
      Thread thread = new Thread(() -> boot(fresh), "hairpin-guests-" + nic);
      thread.setDaemon(true);
      work = thread;
      thread.start();
      return fresh;
    }
    return running;
  }

  private void boot(CompletableFuture<List<GuestSeat>> result) {
    try {
      opening.guests().room().enter();
    } catch (InterruptedException interruption) {
      result.completeExceptionally(new UndecidedException("the run was interrupted", interruption));
      return;
    }
    try {
      result.complete(seats());
    } catch (IOException | RuntimeException | InterruptedException failed) {
      // An interruption has done its work: the guests that are there are still to be closed.
      boolean hurried = Thread.interrupted() || failed instanceof InterruptedException;
      boolean ended = !hurried && oneEnded();
      discard(started);
      opening.guests().room().leave();
      if (ended && mayReplace()) {
        noteReplaced(String.valueOf(failed.getMessage()));
        boot(result);
        return;
      }
      result.completeExceptionally(
          hurried ? new UndecidedException("the run was interrupted", failed) : failed);
    }
  }

  private List<GuestSeat> seats() throws IOException, InterruptedException {
    started.clear();
    GuestPreparation.Prepared prepared = opening.guests().await();
    for (String name : NAMES) {
      started.add(
          opening
              .host()
              .startGuest(
                  name,
                  nic,
                  MacvtapMode.VEPA,
                  prepared.image(),
                  prepared.accelerator().accelerator()));
    }
    List<GuestSeat> seats = new ArrayList<>();
    for (Guest each : List.copyOf(started)) {
      each.awaitReady(Guest.BOOT);
      seats.add(seat(each, seats.size()));
    }
    return seats;
  }

  private boolean oneEnded() {
    for (Guest each : started) {
      try {
        if (each.ends(END)) {
          return true;
        }
      } catch (IOException interrupted) {
        return false;
      }
    }
    return false;
  }

  /** Once: what ends them twice would end them again. */
  private synchronized boolean mayReplace() {
    boolean may = !replaced && !interrupted;
    replaced = true;
    return may;
  }

  private void noteReplaced(String why) {
    opening.notes().accept("%s. Both guests on %s were booted anew.".formatted(why, nic));
  }

  private static void discard(List<Guest> guests) {
    for (Guest each : guests) {
      try {
        each.close();
      } catch (IOException left) {
        // The run's undo journal has it.
      }
    }
  }

  /** The run is to end: nobody waits for them any more, neither for their boot nor their words. */
  void interrupt() {
    synchronized (this) {
      interrupted = true;
      if (work != null) {
        work.interrupt();
      }
    }
    started.forEach(Guest::kill);
  }

  private GuestSeat seat(Guest guest, int number) throws IOException {
    CapturePoint point = new CapturePoint("guest " + guest.name(), CapturePoint.Kind.STATION);
    int host = uplinkIndex * NAMES.size() + number + 1;
    return new GuestSeat(
        guest,
        point,
        opening.watcher(
            guest.link(),
            opening.links().facts(guest.link()).mtu(),
            CaptureDirection.IN,
            log,
            point),
        NET + host,
        // The run's own bits in it: two hosts may be tested in one VLAN at once.
        "2001:db8::%x:%x:%x"
            .formatted(opening.tag().value() >>> 16 | 1, opening.tag().value() & 0xFFFF | 1, host));
  }

  /**
   * Puts them into a mode; waits for their boot. From now on they are watched, until {@link #rest}.
   * If one is gone, both are booted anew, once (as when one ends while it boots): its end has cost
   * the check that it happened in, and needn't cost those that follow.
   *
   * @throws UndecidedException when they can't be had, with the reason
   */
  public List<GuestSeat> use(MacvtapMode mode) throws IOException {
    List<GuestSeat> seats = booted();
    Optional<String> gone = gone(seats);
    if (gone.isPresent() && mayReplace()) {
      noteReplaced(gone.get());
      close();
      seats = booted();
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

  private List<GuestSeat> booted() throws IOException {
    try {
      return begin().join();
    } catch (CompletionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new UndecidedException(String.valueOf(cause.getMessage()), cause);
    }
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

  /** No check wants them any more: other uplinks' guests get their room. */
  void dismiss() {
    try {
      interrupt();
      close();
    } catch (IOException left) {
      opening
          .notes()
          .accept("the guests on %s could not be ended: %s".formatted(nic, left.getMessage()));
    }
  }

  /** Ends them. */
  @Override
  public void close() throws IOException {
    CompletableFuture<List<GuestSeat>> running;
    synchronized (this) {
      running = booting;
      booting = null;
    }
    inUse = List.of();
    if (running == null) {
      return;
    }
    List<GuestSeat> seats;
    try {
      seats = running.join();
    } catch (CompletionException neverBooted) {
      return;
    }
    try {
      for (GuestSeat each : seats) {
        each.close();
      }
    } finally {
      opening.guests().room().leave();
    }
  }
}
