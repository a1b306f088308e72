package dev.hairpin.wire;

/**
 * A {@link Mark} of a run that is known, as one number: a million of them take no object each.
 * {@link #NONE} is no mark.
 */
public final class PackedMark {
  /** No mark, or one of another run. */
  public static final long NONE = 0;

  private static final long PRESENT = 1L << 40;
  private static final long INTACT = 1L << 39;
  private static final int ROLE = 32;
  private static final ProbeRole[] ROLES = ProbeRole.values();

  private PackedMark() {}

  /** Packs one. */
  public static long of(int number, ProbeRole role, boolean intact) {
    return pack(number, role.ordinal(), intact);
  }

  static long pack(int number, int role, boolean intact) {
    return PRESENT | (intact ? INTACT : 0) | (long) role << ROLE | (number & 0xFFFF_FFFFL);
  }

  /** The probe's number, of one that is not {@link #NONE}. */
  public static int number(long packed) {
    return (int) packed;
  }

  /** Whether the frame's own checksum holds, of one that is not {@link #NONE}. */
  public static boolean intact(long packed) {
    return (packed & INTACT) != 0;
  }

  /** The mark again, of one that is not {@link #NONE}. */
  public static Mark unpacked(RunTag run, long packed) {
    return new Mark(run, number(packed), ROLES[(int) (packed >>> ROLE) & 0x3], intact(packed));
  }
}
