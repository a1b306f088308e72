package dev.hairpin.lab;

import java.util.concurrent.Semaphore;

/**
 * Room for the guests of some uplinks at once: without hardware virtualisation a guest takes a
 * processor while it boots, and tens of them would not boot in time.
 */
final class GuestRoom {
  private static final int LEAST = 2;

  private final Semaphore pairs;

  /**
   * Makes it.
   *
   * @param pairs how many uplinks may have their two guests at once
   */
  GuestRoom(int pairs) {
    this.pairs = new Semaphore(pairs, true);
  }

  /** One pair for each processor of this machine, and two at least: one talks, another boots. */
  static GuestRoom ofThisMachine() {
    return new GuestRoom(Math.max(LEAST, Runtime.getRuntime().availableProcessors()));
  }

  /** Waits until there is room for two guests. */
  void enter() throws InterruptedException {
    pairs.acquire();
  }

  /** Gives it back; once for each time it was got. */
  void leave() {
    pairs.release();
  }
}
