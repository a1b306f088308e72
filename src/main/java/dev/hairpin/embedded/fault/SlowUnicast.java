package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Exit;
import dev.hairpin.embedded.plane.Fault;
import dev.hairpin.embedded.plane.Frame;
import dev.hairpin.embedded.plane.Passage;
import dev.hairpin.embedded.plane.Port;
import java.time.Duration;
import java.util.Map;

/**
 * Reflected unicast takes its time, as on a bundle's slower link; all else is forwarded at once.
 */
record SlowUnicast(Duration delay) implements Fault {
  @Override
  public void pass(Frame frame, Passage way, Exit exit, Map<Long, Port> learned) {
    if (way.reflected() && !frame.group()) {
      exit.sendAfter(delay, frame);
    } else {
      exit.send(frame);
    }
  }
}
