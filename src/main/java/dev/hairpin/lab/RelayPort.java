package dev.hairpin.lab;

import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchRefusedException;
import dev.hairpin.switches.SwitchSession;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reflective relay of one uplink's switch port while a lab is open: what it was found as is what it
 * is left as.
 */
public final class RelayPort {
  private final SwitchSession session;
  private final String port;
  private final RelayState found;
  private final Journal journal;
  private final Undo.RelayRestore inverse;
  private Optional<Journal.Entry> planned = Optional.empty();

  private RelayPort(
      SwitchSession session,
      String port,
      RelayState found,
      Journal journal,
      Undo.RelayRestore inverse) {
    this.session = session;
    this.port = port;
    this.found = found;
    this.journal = journal;
    this.inverse = inverse;
  }

  /** A set that was timed. */
  public record Timed(RelayState readback, double commandMillis, OptionalDouble wireMillis) {}

  /** Where a port's state is put back to when this program can't do it itself any more. */
  @FunctionalInterface
  interface Inverse {
    Undo.RelayRestore to(RelayState found);
  }

  /**
   * Reads the port's state; changes nothing.
   *
   * @throws SwitchException when the switch doesn't say
   */
  static RelayPort read(SwitchSession session, String port, Journal journal, Inverse inverse)
      throws SwitchException {
    RelayState found = session.show(port);
    return new RelayPort(session, port, found, journal, inverse.to(found));
  }

  /** What the port was before this run touched it. */
  public RelayState found() {
    return found;
  }

  /**
   * Sets the state and reads it back.
   *
   * @return what the switch says it is now
   */
  public synchronized RelayState set(RelayState wanted) throws IOException {
    if (planned.isEmpty()) {
      planned = Optional.of(journal.plan(inverse));
    }
    return session.set(port, wanted).found();
  }

  /** Puts back what was found, where this run changed it, and reads it. */
  public synchronized RelayState restoreFound() throws IOException {
    return planned.isEmpty() ? session.show(port) : set(found);
  }

  /**
   * Puts back what was found and checks that it is so.
   *
   * @return what is wrong, when the port isn't as it was found
   * @throws IOException when the switch couldn't be told; the journal keeps it for {@code hairpin
   *     restore}
   */
  synchronized Optional<String> close() throws IOException {
    if (planned.isEmpty()) {
      return Optional.empty();
    }
    RelayState left = putBack();
    if (left != found) {
      return Optional.of(
          "reflective relay of port %s was found %s and is left %s".formatted(port, found, left));
    }
    journal.undone(planned.get());
    return Optional.empty();
  }

  /** A switch that takes no setting at all, for a login without the right, is as it was found. */
  private RelayState putBack() throws SwitchException {
    try {
      return session.set(port, found).found();
    } catch (SwitchRefusedException refused) {
      if (session.show(port) == found) {
        return found;
      }
      throw refused;
    }
  }
}
