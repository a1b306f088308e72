package dev.hairpin.wire;

/** What a marked frame was sent for. */
public enum ProbeRole {
  /** The frame whose way is judged. */
  PROBE,
  /** Sent behind a probe through the same queues; its arrival at the far end closes the way out. */
  FENCE,
  /**
   * The far end's answer to a fence, down the same switch port; its arrival closes the way back.
   */
  ANSWER
}
