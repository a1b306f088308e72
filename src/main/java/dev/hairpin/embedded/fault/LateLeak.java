package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Exit;
import dev.hairpin.embedded.plane.Fault;
import dev.hairpin.embedded.plane.Frame;
import dev.hairpin.embedded.plane.Passage;
import dev.hairpin.embedded.plane.Port;
import dev.hairpin.embedded.plane.Setting;
import java.time.Duration;
import java.util.Map;

/** Reflects what it should not, long after; what it should reflect it reflects at once. */
final class LateLeak implements Fault {
  private final Duration delay;
  private boolean wanted;

  LateLeak(long millis) {
    delay = Duration.ofMillis(millis);
  }

  @Override
  public boolean reflects(Frame frame, Port port, Setting setting) {
    wanted = setting.relay();
    return wanted || port.uplink();
  }

  @Override
  public void pass(Frame frame, Passage way, Exit exit, Map<Long, Port> learned) {
    if (way.reflected() && !wanted) {
      exit.sendAfter(delay, frame);
    } else {
      exit.send(frame);
    }
  }
}
