package dev.hairpin.capture;

/**
 * A stretch of a capture file and the frames in it, as columns of numbers: no object is made for a
 * frame. It is filled again and again.
 */
final class FileFrames {
  /** Long enough that handing one over costs little, short enough for a processor's cache. */
  private static final int WINDOW = 1 << 17;

  private static final int MOST = WINDOW / PcapRecords.HEADER;

  /** The stretch; longer only for a frame that is. */
  byte[] window = new byte[WINDOW];

  /** Where the window is in the file. */
  int windowAt;

  /** How many frames. */
  int count;

  /** Each frame's place in the window. */
  final int[] from = new int[MOST];

  /** Octets of each, from the destination address on, without FCS. */
  final int[] lengths = new int[MOST];

  /** When each was seen. */
  final long[] epochNanos = new long[MOST];

  /** Each one's mark, as {@link dev.hairpin.wire.PackedMark} packs it. */
  final long[] marks = new long[MOST];
}
