package dev.hairpin.lab;

import dev.hairpin.switches.FoundPort;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Reflective relay of one uplink's switch port while a lab is open: what it was found as is what it
 * is left as, and nothing else of the switch is changed by it.
 */
public final class RelayPort {
  private final SwitchPort port;
  private final FoundPort found;
  private final Journal journal;
  private final Undo.RelayRestore inverse;
  private final LeftRelays left;
  private final PortConfiguration configuration;
  private final OtherPorts others;
  private final List<String> notes = new ArrayList<>();
  private Optional<Journal.Entry> planned = Optional.empty();
  private boolean touched;

  private RelayPort(
      SwitchPort port,
      FoundPort found,
      Journal journal,
      Undo.RelayRestore inverse,
      LeftRelays left,
      OtherPorts.Used used) {
    this.port = port;
    this.found = found;
    this.journal = journal;
    this.inverse = inverse;
    this.left = left;
    this.configuration = PortConfiguration.read(port);
    this.others = OtherPorts.read(port, used);
  }

  /** A set that was timed. */
  public record Timed(RelayState readback, double commandMillis, OptionalDouble wireMillis) {}

  /** Where a port's state is put back to when this program can't do it itself any more. */
  @FunctionalInterface
  interface Inverse {
    Undo.RelayRestore to(FoundPort found);
  }

  /** What dead runs left to do on a port. */
  @FunctionalInterface
  interface Unfinished {
    LeftRelays about(Undo.RelayRestore port) throws IOException;
  }

  /**
   * Reads the port; changes nothing, unless a dead run has left it changed: then that is put back
   * first.
   *
   * @throws SwitchException when the switch doesn't say
   */
  static RelayPort read(
      SwitchPort port,
      Journal journal,
      Inverse inverse,
      Unfinished unfinished,
      OtherPorts.Used used)
      throws IOException {
    FoundPort now = port.found();
    LeftRelays left = unfinished.about(inverse.to(now));
    FoundPort found = left.before(now).orElse(now);
    RelayPort relay = new RelayPort(port, found, journal, inverse.to(found), left, used);
    if (!left.isEmpty()) {
      relay.finish(now);
    }
    return relay;
  }

  /** Does what the dead runs could not. */
  private void finish(FoundPort now) throws IOException {
    notes.add(
        "port %s was found %s; run %s, which didn't end, had found it %s, and so it is put back"
            .formatted(port.name(), now.relay(), left.runs(), found.relay()));
    plan();
    Optional<String> differs = PuttingBack.of(port, found);
    if (differs.isPresent()) {
      throw new UndecidedException(
          "%s, as run %s left it. Next: set it back by hand, then 'hairpin restore'"
              .formatted(differs.get(), left.runs()));
    }
    left.settle();
  }

  /** The port's name, as the lab file says. */
  String name() {
    return port.name();
  }

  /** What the port was before this run, or a dead one before it, touched it. */
  public RelayState found() {
    return found.relay();
  }

  /** What the user must know of this port. */
  synchronized List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (touched) {
      configuration.trouble().ifPresent(all::add);
      all.addAll(others.notes());
    }
    return all;
  }

  /** What the switch says it is now. */
  public synchronized RelayState show() throws SwitchException {
    return port.show();
  }

  /**
   * Sets the state and reads it back; then looks at the switch's other ports.
   *
   * @return what the switch says it is now
   */
  public synchronized RelayState set(RelayState wanted) throws IOException {
    RelayState readback = setAlone(wanted);
    others.changed(wanted);
    return readback;
  }

  /** Does something while no other port of the switch is set or read by this run. */
  synchronized <T> T inTurn(SwitchSession.Turn<T> turn) throws IOException, InterruptedException {
    return port.inTurn(turn);
  }

  /** Sets the state and reads it back, and nothing beside, for the time it takes is measured. */
  public synchronized RelayState setAlone(RelayState wanted) throws IOException {
    plan();
    return port.set(wanted);
  }

  /** Looks at the other ports after {@link #setAlone}. */
  synchronized void lookAround(RelayState set) {
    others.changed(set);
  }

  /** What was seen of other ports' relays after this one was set; nothing when none changed. */
  public synchronized Optional<String> othersTouched() {
    return others.touched();
  }

  /**
   * Why a switch whose profile shows its other ports could not be asked for them, at least once.
   */
  public synchronized Optional<String> othersMissed() {
    return others.unseen().filter(each -> !each.byProfile()).map(OtherPorts.Unseen::why);
  }

  /** Why its other ports can't be looked at in any case. */
  public synchronized Optional<String> othersUnshown() {
    return others.unseen().filter(OtherPorts.Unseen::byProfile).map(OtherPorts.Unseen::why);
  }

  /** Tells ports of the same switch that runs on this machine use now from others. */
  public Predicate<String> inUse() throws IOException {
    return others.inUse();
  }

  private void plan() throws IOException {
    if (planned.isEmpty()) {
      planned = Optional.of(journal.plan(inverse));
    }
    touched = true;
  }

  /** Puts back what was found, where this run changed it, and reads it. */
  public synchronized RelayState restoreFound() throws IOException {
    if (planned.isEmpty()) {
      return port.show();
    }
    port.restore(found);
    others.changed(found.relay());
    return port.show();
  }

  /**
   * Puts back what was found and checks that it is so. Where it could not be, the journal keeps it
   * for {@code hairpin restore}.
   *
   * @return what is wrong, when the port isn't as it was found
   */
  synchronized Optional<PortRemains> close() {
    if (planned.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<String> differs = PuttingBack.of(port, found);
      if (differs.isPresent()) {
        return differs.map(why -> new PortRemains(PortRemains.What.RELAY, why, true));
      }
    } catch (SwitchException untold) {
      return Optional.of(
          new PortRemains(PortRemains.What.RELAY, String.valueOf(untold.getMessage()), false));
    }
    settled();
    return Optional.empty();
  }

  private void settled() {
    try {
      journal.undone(planned.orElseThrow());
      planned = Optional.empty();
      left.settle();
    } catch (IOException full) {
      notes.add(
          "port %s is as it was found, and the undo journal doesn't take it: %s. Next: make room; 'hairpin restore' sets it once more"
              .formatted(port.name(), full.getMessage()));
    }
  }

  /** Compares the rest of the switch, once all ports of the run are put back. */
  synchronized List<PortRemains> compare() {
    List<PortRemains> all = new ArrayList<>();
    if (!touched) {
      return all;
    }
    try {
      configuration
          .difference()
          .ifPresent(why -> all.add(new PortRemains(PortRemains.What.CONFIGURATION, why, true)));
    } catch (IOException silent) {
      all.add(unread(PortRemains.What.CONFIGURATION, "the configuration of port %s", silent));
    }
    try {
      others
          .ended()
          .ifPresent(why -> all.add(new PortRemains(PortRemains.What.OTHER_PORTS, why, true)));
    } catch (IOException silent) {
      all.add(unread(PortRemains.What.OTHER_PORTS, "other ports than %s", silent));
    }
    return all;
  }

  private PortRemains unread(PortRemains.What what, String whose, IOException silent) {
    return new PortRemains(
        what,
        (whose + " could not be read after the run: %s")
            .formatted(port.name(), silent.getMessage()),
        false);
  }
}
