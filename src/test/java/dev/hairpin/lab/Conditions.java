package dev.hairpin.lab;

import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waiting in tests. */
final class Conditions {
  private Conditions() {}

  static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .pollInterval(java.time.Duration.ofMillis(5))
        .atMost(java.time.Duration.ofSeconds(30))
        .until(condition);
  }
}
