package dev.hairpin.switches;

import java.util.concurrent.Callable;

/**
 * From where a switch is reached: sockets opened inside {@link #call} belong to that place for good
 * (a network namespace, say). {@link #HERE} is where the program itself stands.
 */
public interface Reach {
  /** The program's own place. */
  Reach HERE =
      new Reach() {
        @Override
        public <T> T call(Callable<T> work) throws Exception {
          return work.call();
        }
      };

  /** Does the work there, on whatever thread, and gives its result or throws what it threw. */
  <T> T call(Callable<T> work) throws Exception;
}
