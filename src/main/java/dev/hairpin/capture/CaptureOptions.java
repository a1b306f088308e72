package dev.hairpin.capture;

/**
 * How a NIC is captured.
 *
 * @param direction one capture sees one direction, so that a frame that leaves and comes back is
 *     two facts
 * @param filter what is captured; the rest never leaves the kernel
 * @param promiscuous whether the NIC is to take frames that are not for it. Never where stations
 *     are: it opens their multicast filters
 * @param snapLength the longest frame kept whole, octets, 68 to 262,144; a longer one is cut and
 *     counted. Each place in the kernel's ring takes as much, rounded up to a power of two above
 *     4,096
 * @param bufferBytes the size of the kernel's ring, octets, from 4,096 up
 */
public record CaptureOptions(
    CaptureDirection direction,
    CaptureFilter filter,
    boolean promiscuous,
    int snapLength,
    int bufferBytes) {
  /** Holds jumbo frames with tags, and with the kernel's own header still fits 16 KiB. */
  public static final int JUMBO = 16_000;

  /** Holds frames of an MTU of 1,500 with tags and to spare; two of its places fit a page. */
  private static final int ORDINARY = 1_900;

  private static final int ORDINARY_MTU = 1_500;

  private static final int USUAL_FRAMES = 1_000;

  /** The kernel's header, the address and the alignment around each frame. */
  private static final int AROUND = 128;

  /** Checks the ranges. */
  public CaptureOptions {
    if (snapLength < 68 || snapLength > 262_144) {
      throw new IllegalArgumentException(
          "snap length " + snapLength + " is not from 68 to 262144 octets");
    }
    if (bufferBytes < 4_096) {
      throw new IllegalArgumentException("buffer of " + bufferBytes + " octets is under 4096");
    }
  }

  /** Not promiscuous, jumbo frames whole, room for a thousand frames. */
  public static CaptureOptions of(CaptureDirection direction, CaptureFilter filter) {
    return new CaptureOptions(direction, filter, false, JUMBO, buffer(USUAL_FRAMES, JUMBO));
  }

  /**
   * The same with a snap length, and so a ring, for what a NIC can carry: with tens of uplinks it
   * is the rings that memory goes into.
   *
   * @param mtu the NIC's
   */
  public CaptureOptions forMtu(int mtu) {
    int longest = mtu <= ORDINARY_MTU ? ORDINARY : JUMBO;
    return new CaptureOptions(
        direction, filter, promiscuous, longest, buffer(USUAL_FRAMES, longest));
  }

  /** With the NIC promiscuous: for the upstream, where no station listens. */
  public CaptureOptions promiscuously() {
    return new CaptureOptions(direction, filter, true, snapLength, bufferBytes);
  }

  /**
   * With a ring that holds so many frames though the reader never gets its turn: for load.
   *
   * @param frames how many, from 1 up; those of both directions that pass the filter count, as the
   *     direction is looked at behind the ring
   * @param longest the longest of them, octets
   */
  public CaptureOptions room(int frames, int longest) {
    return new CaptureOptions(direction, filter, promiscuous, longest, buffer(frames, longest));
  }

  /** libpcap rounds the number of places down to whole blocks of a page: some more. */
  private static int buffer(int frames, int longest) {
    return Math.max(4_096, Math.multiplyExact(Math.addExact(frames, 32), longest + AROUND));
  }
}
