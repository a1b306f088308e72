package dev.hairpin.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Closes what was opened, in reverse order: tries everything, and tells what failed. */
final class Closing {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Takes something to close; gives it back. */
  <T extends AutoCloseable> T add(T resource) {
    open.push(resource);
    return resource;
  }

  /** Closes all; gives a sentence for each failure. */
  List<String> close() {
    List<String> failures = new ArrayList<>();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        failures.add("interrupted while closing");
      } catch (Exception failed) {
        failures.add(failed.getMessage() == null ? failed.toString() : failed.getMessage());
      }
    }
    return failures;
  }
}
