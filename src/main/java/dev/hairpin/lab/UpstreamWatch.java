package dev.hairpin.lab;

import dev.hairpin.capture.CaptureDirection;
import dev.hairpin.capture.CaptureOptions;
import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.NicCapture;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.UpstreamStation;
import dev.hairpin.wire.FrameSink;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The upstream of a lab, which all its uplinks share: one capture, whose frames go to every
 * uplink's log.
 */
final class UpstreamWatch implements AutoCloseable {
  private final UplinkOpening opening;
  private final Closing closing = new Closing();
  private final List<FrameSink> logs = new CopyOnWriteArrayList<>();
  private @Nullable UpstreamStation station;
  private @Nullable NicWatcher watcher;

  UpstreamWatch(UplinkOpening opening) {
    this.opening = opening;
  }

  /**
   * From now on an uplink's log gets what the upstream hears.
   *
   * @return nothing when the lab has no upstream
   */
  synchronized Optional<Upstream> joinedBy(SightingLog log) throws IOException {
    if (opening.loaded().lab().upstream().isEmpty()) {
      return Optional.empty();
    }
    String nic = opening.loaded().lab().upstream().get().nic();
    if (station == null) {
      int mtu = opening.usable(nic).mtu();
      // Promiscuous: no station is on this NIC, and frames to others must be seen here.
      watcher =
          closing.add(
              new NicWatcher(
                  point(nic),
                  CaptureOptions.of(CaptureDirection.IN, opening.filter())
                      .forMtu(mtu)
                      .promiscuously(),
                  (time, frame) -> logs.forEach(each -> each.frame(time, frame)),
                  (options, sink) ->
                      NicCapture.open(opening.placement().host(), nic, options, sink)));
      station = closing.add(opening.host().upstream("upstream", nic));
    }
    CapturePoint point = point(nic);
    logs.add(log.at(point));
    return Optional.of(new Upstream(station, point));
  }

  /** Who watches the upstream for an uplink. */
  synchronized Optional<Watcher> watcher() {
    return Optional.ofNullable(watcher);
  }

  private static CapturePoint point(String nic) {
    return new CapturePoint("upstream %s in".formatted(nic), CapturePoint.Kind.UPSTREAM);
  }

  @Override
  public void close() throws IOException {
    List<String> failures = closing.close();
    if (!failures.isEmpty()) {
      throw new IOException(String.join("; ", failures));
    }
  }
}
