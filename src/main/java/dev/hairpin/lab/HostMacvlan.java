package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.HostStation;
import dev.hairpin.host.KvmHost;
import dev.hairpin.host.MacvtapMode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The macvlan interface that a host makes for itself to reach its guests without the switch. */
final class HostMacvlan implements AutoCloseable {
  private static final CapturePoint POINT =
      new CapturePoint("host macvlan", CapturePoint.Kind.STATION);

  private final KvmHost host;
  private final String nic;
  private final SightingLog log;
  private @Nullable HostStation station;

  HostMacvlan(KvmHost host, String nic, SightingLog log) {
    this.host = host;
    this.nic = nic;
    this.log = log;
  }

  /** Makes it when it isn't there. */
  Member member() throws IOException {
    if (station == null) {
      station = host.hostMacvlan("host macvlan", nic, MacvtapMode.BRIDGE, log.at(POINT));
    }
    return new Member(
        "the host's macvlan interface", station, POINT, Optional.of(MacvtapMode.BRIDGE));
  }

  Optional<Member> open() throws IOException {
    return station == null ? Optional.empty() : Optional.of(member());
  }

  @Override
  public void close() throws IOException {
    if (station != null) {
      station.close();
      station = null;
    }
  }
}
