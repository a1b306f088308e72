package dev.hairpin.lab;

import java.util.concurrent.atomic.AtomicInteger;

/** The probe numbers of a run: each is given once, to whichever uplink asks. */
final class Numbers {
  private final AtomicInteger last = new AtomicInteger();

  /** So many in a row; gives the first. */
  int take(int count) {
    return last.getAndAdd(count) + 1;
  }

  int next() {
    return last.incrementAndGet();
  }
}
