package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Frame;
import dev.hairpin.embedded.plane.Setting;
import java.time.Duration;

/** What is set takes effect a while after the switch has said that it is so. */
final class LateSetting implements Faults.Reflection {
  private final Duration delay;

  LateSetting(Duration delay) {
    this.delay = delay;
  }

  @Override
  public boolean reflects(Frame frame, Setting setting) {
    boolean settled = !setting.everOn() || setting.age().compareTo(delay) >= 0;
    return settled == setting.relay();
  }
}
