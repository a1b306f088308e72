package dev.hairpin.lab;

import dev.hairpin.wire.EtherFrame;
import dev.hairpin.wire.ProbeShape;

/**
 * Frames sent one behind the other.
 *
 * @param count how many, from 1 up
 * @param shape what each looks like
 * @param framesPerSecond the rate at which they are offered, above 0
 */
public record Load(int count, ProbeShape shape, double framesPerSecond) {
  /** As fast as the kernel takes them. */
  public static final double FULL_SPEED = Double.POSITIVE_INFINITY;

  /** Checks the rate. */
  public Load {
    if (!(framesPerSecond > 0)) {
      throw new IllegalArgumentException(framesPerSecond + " frames a second are no rate");
    }
  }

  /** Octets of each frame without its FCS, and a tag's four. */
  int frameLength() {
    return EtherFrame.HEADER + shape.payloadLength() + 4;
  }
}
