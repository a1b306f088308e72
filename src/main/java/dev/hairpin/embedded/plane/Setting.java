package dev.hairpin.embedded.plane;

import java.time.Duration;

/**
 * What is set on a port, and what has become of its link.
 *
 * @param relay whether reflective relay is on
 * @param everOn whether it has ever been on
 * @param changedNanos when it was last changed, by {@link System#nanoTime}
 * @param nowNanos when this was read, by the same clock
 * @param losses how often the link has lost its carrier
 */
public record Setting(
    boolean relay, boolean everOn, long changedNanos, long nowNanos, long losses) {

  /** How long ago it was changed. */
  public Duration age() {
    return Duration.ofNanos(nowNanos - changedNanos);
  }

  Setting next(boolean relayNow, long lossesNow, long nanos) {
    return new Setting(
        relayNow, everOn || relayNow, relayNow == relay ? changedNanos : nanos, nanos, lossesNow);
  }
}
