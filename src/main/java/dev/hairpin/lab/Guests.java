package dev.hairpin.lab;

import dev.hairpin.capture.SightingLog;
import java.util.List;

/** The real guests on one uplink's NIC. */
public final class Guests implements AutoCloseable {
  Guests(UplinkOpening opening, String nic, SightingLog log) {}

  void begin() {}

  List<Watcher> watchers() {
    return List.of();
  }

  List<Receiver> receivers() {
    return List.of();
  }

  @Override
  public void close() {}
}
