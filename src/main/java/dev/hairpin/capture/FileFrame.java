package dev.hairpin.capture;

import java.nio.ByteBuffer;

/**
 * A frame of a capture file, where it lies: no array is made for it. One object stands for each
 * frame of a file in its turn, so it holds only until the next.
 */
final class FileFrame {
  /** The whole file, mapped. */
  final ByteBuffer file;

  /** A stretch of the file that has the frame in it. */
  byte[] window = {};

  /** The frame's place in the window. */
  int from;

  /** The frame's place in the file. */
  int fileOffset;

  /** Octets, from the destination address on, without FCS. */
  int length;

  /** When it was seen. */
  long epochNanos;

  FileFrame(ByteBuffer file) {
    this.file = file;
  }
}
