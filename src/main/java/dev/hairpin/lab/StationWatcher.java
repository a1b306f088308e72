package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.host.Station;
import java.io.IOException;
import java.util.Optional;

/**
 * A station's own receiving: its queue is read as it fills, and the fence's answer in it comes
 * last.
 */
record StationWatcher(CapturePoint point, Station station) implements Watcher {
  @Override
  public long dropped() throws IOException {
    return station.dropped();
  }

  @Override
  public CatchingUp catchUp(long moment) {
    return deadline -> true;
  }

  @Override
  public Optional<String> trouble() {
    return Optional.empty();
  }
}
