package dev.hairpin.embedded.plane;

import java.time.Duration;

/** The way out of one port. */
public interface Exit {
  /** Sends a frame now. */
  void send(Frame frame);

  /** Sends a frame later; frames that are due earlier go first. */
  void sendAfter(Duration delay, Frame frame);
}
