package dev.hairpin.lab;

import dev.hairpin.capture.SightingLog;
import dev.hairpin.wire.ProbeCodec;
import dev.hairpin.wire.RunTag;
import java.util.Optional;

/** An uplink on which nothing can be decided, for tests of what goes on around that. */
public final class BrokenUplink {
  private BrokenUplink() {}

  /** Its session. */
  public static UplinkSession session(String trouble) {
    return UplinkSession.broken(
        new Lab.Uplink("tor1", "eth3", "tor1", "swp1", Optional.empty()),
        new SightingLog(new RunTag(1), ProbeCodec::find),
        trouble);
  }
}
