package dev.hairpin.lab;

import dev.hairpin.switches.SwitchSession;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.util.Optional;

/** A filter on the switch port, for one check: written down before it is set, and taken away. */
final class PortFilter {
  private final SwitchSession session;
  private final Journal journal;
  private final Undo.FilterRemove inverse;
  private Optional<Journal.Entry> planned = Optional.empty();

  PortFilter(SwitchSession session, Journal journal, Undo.FilterRemove inverse) {
    this.session = session;
    this.journal = journal;
    this.inverse = inverse;
  }

  /**
   * Drops what comes into the port from one address for another.
   *
   * @return whether the switch says so
   * @throws UndecidedException when the port has such a filter that isn't ours
   */
  boolean set(MacAddress source, MacAddress destination) throws IOException {
    if (planned.isEmpty() && session.filtered(inverse.port())) {
      throw new UndecidedException(
          "port %s of switch %s has a filter of this program's name that this run did not set. Next: 'hairpin restore', or take it away by hand"
              .formatted(inverse.port(), inverse.switchName()));
    }
    remove();
    planned = Optional.of(journal.plan(inverse));
    return session.filter(inverse.port(), source, destination);
  }

  /** Takes it away, when it was set. */
  void remove() throws IOException {
    if (planned.isPresent()) {
      session.unfilter(inverse.port());
      journal.undone(planned.get());
      planned = Optional.empty();
    }
  }
}
