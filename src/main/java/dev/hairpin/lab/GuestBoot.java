package dev.hairpin.lab;

import dev.hairpin.capture.CaptureDirection;
import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.Guest;
import dev.hairpin.host.MacvtapMode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The boot of an uplink's two guests: beside other work, once there is room for them, and once more
 * where one's QEMU ends by itself.
 */
final class GuestBoot implements AutoCloseable {
  private static final List<String> NAMES = List.of("A", "B");

  private static final String INTERRUPTED = "the run was interrupted";

  /** From a QEMU's last word to its end. */
  private static final Duration END = Duration.ofMillis(500);

  private final UplinkOpening opening;
  private final String nic;
  private final int uplinkIndex;
  private final SightingLog log;
  private final String net;
  private final List<Guest> started = new CopyOnWriteArrayList<>();
  private @Nullable CompletableFuture<List<GuestSeat>> booting;
  private @Nullable Thread work;
  private boolean interrupted;
  private boolean replaced;

  /**
   * Prepares it.
   *
   * @param net the IPv4 net of all guests, such as {@code 198.51.100.}
   */
  GuestBoot(UplinkOpening opening, Lab.Uplink uplink, SightingLog log, String net) {
    this.opening = opening;
    this.nic = uplink.nic();
    this.uplinkIndex = opening.loaded().lab().uplinks().indexOf(uplink);
    this.log = log;
    this.net = net;
  }

  /** Lets them boot beside other work. */
  synchronized CompletableFuture<List<GuestSeat>> begin() {
    CompletableFuture<List<GuestSeat>> running = booting;
    if (running == null) {
      CompletableFuture<List<GuestSeat>> fresh = new CompletableFuture<>();
      booting = fresh;
      if (interrupted) {
        fresh.completeExceptionally(new UndecidedException(INTERRUPTED));
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

  /**
   * Waits until they have booted.
   *
   * @throws UndecidedException when they can't be had, with the reason
   */
  List<GuestSeat> await() throws UndecidedException {
    try {
      return begin().join();
    } catch (CompletionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new UndecidedException(String.valueOf(cause.getMessage()), cause);
    }
  }

  private void boot(CompletableFuture<List<GuestSeat>> result) {
    try {
      opening.guests().room().enter();
    } catch (InterruptedException hurried) {
      result.completeExceptionally(new UndecidedException(INTERRUPTED, hurried));
      return;
    }
    try {
      result.complete(seats());
    } catch (IOException | RuntimeException | InterruptedException failed) {
      // An interruption has done its work: the guests that are there are still to be closed.
      boolean hurried = Thread.interrupted() || failed instanceof InterruptedException;
      boolean ended = !hurried && oneEnded();
      discard();
      opening.guests().room().leave();
      if (ended && mayBeAnew(String.valueOf(failed.getMessage()))) {
        boot(result);
      } else {
        result.completeExceptionally(
            hurried ? new UndecidedException(INTERRUPTED, failed) : failed);
      }
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
    for (Guest each : started) {
      each.awaitReady(Guest.BOOT);
    }
    List<GuestSeat> seats = new ArrayList<>();
    for (Guest each : started) {
      seats.add(seat(each, seats.size()));
    }
    return seats;
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
        net + host,
        // The run's own bits in it: two hosts may be tested in one VLAN at once.
        "2001:db8::%x:%x:%x"
            .formatted(opening.tag().value() >>> 16 | 1, opening.tag().value() & 0xFFFF | 1, host));
  }

  private boolean oneEnded() {
    try {
      for (Guest each : started) {
        if (each.ends(END)) {
          return true;
        }
      }
      return false;
    } catch (IOException hurried) {
      return false;
    }
  }

  /**
   * Whether they may be booted anew because one has ended: once, for what ends them twice would end
   * them again. Notes it then.
   *
   * @param why what has ended
   */
  synchronized boolean mayBeAnew(String why) {
    if (replaced || interrupted) {
      return false;
    }
    replaced = true;
    opening.notes().accept("%s. Both guests on %s were booted anew.".formatted(why, nic));
    return true;
  }

  private void discard() {
    for (Guest each : started) {
      try {
        each.close();
      } catch (IOException left) {
        // The run's undo journal has it.
      }
    }
  }

  /** Nobody waits for them any more, neither for their boot nor their words. */
  void interrupt() {
    synchronized (this) {
      interrupted = true;
      if (work != null) {
        work.interrupt();
      }
    }
    started.forEach(Guest::kill);
  }

  /** Waits for their boot, if it goes on, and ends them. */
  @Override
  public void close() throws IOException {
    CompletableFuture<List<GuestSeat>> running;
    synchronized (this) {
      running = booting;
      booting = null;
    }
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
