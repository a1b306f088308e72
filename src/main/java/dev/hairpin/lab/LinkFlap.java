package dev.hairpin.lab;

import dev.hairpin.linux.LinkFacts;
import dev.hairpin.linux.Links;
import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sets a NIC down and up again: for the switch, its port's link goes and comes. What the host would
 * lose by that is left alone.
 */
final class LinkFlap {
  private static final Duration CARRIER = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofMillis(10);

  private final Links links;
  private final NetNamespace where;
  private final Journal journal;
  private final String nic;

  LinkFlap(Links links, NetNamespace where, Journal journal, String nic) {
    this.links = links;
    this.where = where;
    this.journal = journal;
    this.nic = nic;
  }

  /**
   * Returns when the link has its carrier again.
   *
   * @throws LackingException when the host uses the NIC for more than stations of this run
   * @throws UndecidedException when the carrier doesn't come back
   */
  void flap() throws IOException, InterruptedException {
    List<String> uses = links.usesOf(nic);
    if (!uses.isEmpty()) {
      throw new LackingException(
          "NIC %s can't be set down here, for the host would lose %s. Next: give the check a NIC"
                  .formatted(nic, String.join(" and ", uses))
              + " that has nothing but stations on it");
    }
    Journal.Entry entry = journal.plan(Undo.LinkUp.of(where, nic));
    links.down(nic);
    links.up(nic);
    awaitCarrier();
    journal.undone(entry);
  }

  private void awaitCarrier() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + CARRIER.toNanos();
    LinkFacts facts = links.facts(nic);
    while (!facts.carrier() || !facts.operstate().equals("UP")) {
      if (System.nanoTime() > deadline) {
        throw new UndecidedException(
            "NIC %s was set down and up, and has no carrier %d s later (it is %s). Next: see to its"
                    .formatted(nic, CARRIER.toSeconds(), facts.operstate())
                + " cable and to the switch port");
      }
      LockSupport.parkNanos(AGAIN.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while NIC " + nic + " comes up");
      }
      facts = links.facts(nic);
    }
  }
}
