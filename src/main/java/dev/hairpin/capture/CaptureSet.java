package dev.hairpin.capture;

import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The captures of an uplink, all into one log. Opened, asked and closed beside one another: the
 * kernel makes each socket wait out an RCU grace period (packet_set_ring, packet_release), some 20
 * ms that they can spend together.
 */
public final class CaptureSet implements AutoCloseable {
  private final Map<CapturePoint, NicCapture> captures;

  private CaptureSet(Map<CapturePoint, NicCapture> captures) {
    this.captures = captures;
  }

  /**
   * What is captured as one point.
   *
   * @param namespace where the NIC is
   * @param nic its name there
   */
  public record Place(
      CapturePoint point, NetNamespace namespace, String nic, CaptureOptions options) {}

  /**
   * Starts all captures. No frame that passes after this returns is missed, unless {@link
   * #dropped()} says so.
   *
   * @param places each with a point of its own
   * @throws IOException of the first that can't be opened, the others attached; then none is open
   */
  public static CaptureSet open(List<Place> places, SightingLog log) throws IOException {
    Map<CapturePoint, FutureTask<NicCapture>> opening = new LinkedHashMap<>();
    for (Place place : places) {
      FutureTask<NicCapture> task = new FutureTask<>(() -> open(place, log));
      if (opening.put(place.point(), task) != null) {
        throw new IllegalArgumentException("two captures for the point " + place.point());
      }
    }
    opening.forEach(CaptureSet::start);
    Map<CapturePoint, NicCapture> opened = new LinkedHashMap<>();
    List<IOException> failures = new ArrayList<>();
    opening.forEach(
        (point, task) -> {
          try {
            opened.put(point, finish(task));
          } catch (IOException failed) {
            failures.add(failed);
          }
        });
    CaptureSet set = new CaptureSet(opened);
    if (!failures.isEmpty()) {
      set.close();
      IOException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    return set;
  }

  private static NicCapture open(Place place, SightingLog log) throws IOException {
    return NicCapture.open(place.namespace(), place.nic(), place.options(), log.at(place.point()));
  }

  private static void start(CapturePoint point, Runnable task) {
    Thread thread = new Thread(task, "hairpin-capture-open " + point);
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits out an interrupt, so that nothing stays open behind it: opening ends by itself. */
  private static NicCapture finish(FutureTask<NicCapture> task) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("can't capture: " + failed.getCause(), failed);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** {@link NicCapture#caughtUp(Duration)} of all. */
  public boolean caughtUp(Duration deadline) throws InterruptedException {
    return NicCapture.caughtUp(captures.values(), deadline);
  }

  /** {@link NicCapture#dropped()} of each, in the order of opening. */
  public Map<CapturePoint, Long> dropped() {
    return each(NicCapture::dropped);
  }

  /** {@link NicCapture#truncated()} of each, in the order of opening. */
  public Map<CapturePoint, Long> truncated() {
    return each(NicCapture::truncated);
  }

  private Map<CapturePoint, Long> each(ToLongFunction<NicCapture> figure) {
    Map<CapturePoint, Long> figures = new LinkedHashMap<>();
    captures.forEach((point, capture) -> figures.put(point, figure.applyAsLong(capture)));
    return figures;
  }

  /** What is wrong with any of them. */
  public Optional<String> trouble() {
    return captures.values().stream()
        .flatMap(each -> each.trouble().stream())
        .reduce((one, other) -> one + "; " + other);
  }

  /** Ends all, as {@link NicCapture#close()} does. */
  @Override
  public void close() {
    captures.values().forEach(NicCapture::end);
    captures.values().forEach(NicCapture::close);
  }

  /** For messages: each capture and what came of it. */
  @Override
  public String toString() {
    return captures.values().stream().map(NicCapture::toString).collect(Collectors.joining("\n"));
  }
}
