package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Exit;
import dev.hairpin.embedded.plane.Fault;
import dev.hairpin.embedded.plane.Frame;
import dev.hairpin.embedded.plane.Passage;
import dev.hairpin.embedded.plane.Port;
import dev.hairpin.embedded.plane.Setting;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faults of one decision each. */
final class Faults {
  private Faults() {}

  /** Decides on an uplink's port whether a frame may go back. */
  @FunctionalInterface
  interface Reflection {
    boolean reflects(Frame frame, Setting setting);
  }

  /** Lets a copy out, or doesn't. */
  @FunctionalInterface
  interface Departure {
    void pass(Frame frame, Exit exit);
  }

  /** Uplinks' ports reflect otherwise. */
  static Fault reflecting(Reflection reflection) {
    return new Fault() {
      @Override
      public boolean reflects(Frame frame, Port port, Setting setting) {
        return port.uplink() ? reflection.reflects(frame, setting) : setting.relay();
      }
    };
  }

  /** Only some frames are reflected where the relay is on. */
  static Fault reflectingOnly(Predicate<Frame> some) {
    return reflecting((frame, setting) -> setting.relay() && some.test(frame));
  }

  /** Copies on some ways leave otherwise. */
  static Fault passing(Predicate<Passage> ways, Departure departure) {
    return new Fault() {
      @Override
      public void pass(Frame frame, Passage way, Exit exit, Map<Long, Port> learned) {
        if (ways.test(way)) {
          departure.pass(frame, exit);
        } else {
          exit.send(frame);
        }
      }
    };
  }

  /** Reflected copies are changed. */
  static Fault changing(UnaryOperator<Frame> change) {
    return passing(Passage::reflected, (frame, exit) -> exit.send(change.apply(frame)));
  }

  /** Frames go to other ports too. */
  static Fault addingPorts(Destinations others) {
    return new Fault() {
      @Override
      public Set<Port> out(Frame frame, Port in, Set<Port> honest, Set<Port> all) {
        Set<Port> out = new LinkedHashSet<>(honest);
        all.stream().filter(each -> others.goesTo(frame, in, each, honest)).forEach(out::add);
        return out;
      }
    };
  }

  /** Decides whether a frame goes out of a port that it should not go out of. */
  @FunctionalInterface
  interface Destinations {
    boolean goesTo(Frame frame, Port in, Port out, Set<Port> honest);
  }
}
