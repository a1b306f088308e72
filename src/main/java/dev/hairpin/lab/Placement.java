package dev.hairpin.lab;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.switches.Reach;
import java.util.concurrent.Callable;

/**
 * Where a lab lies on this machine.
 *
 * @param host the KVM host's network namespace
 * @param management the namespace that switches are reached from
 */
public record Placement(NetNamespace host, NetNamespace management) {
  /** A real lab: both are the program's own. */
  public static final Placement HERE = new Placement(NetNamespace.CURRENT, NetNamespace.CURRENT);

  /** The management namespace, as switch sessions want it. */
  Reach reach() {
    return new Reach() {
      @Override
      public <T> T call(Callable<T> work) throws Exception {
        return management.call(work);
      }
    };
  }
}
