package dev.hairpin.wire;

/**
 * One copy of a probe's mark, 19 octets: magic (4), run tag (4), number (4), role (1), length of
 * the frame as it was sent (2), and a check code over these (4).
 *
 * <p>The check code is a CRC-32C, of another polynomial than the frame's CRC-32, so that no change
 * gets past both for the same reason.
 */
record MarkCopy(RunTag run, int number, ProbeRole role, int frameLength) {
  static final int LENGTH = 19;
  static final byte FIRST_OCTET = (byte) 0xA9;

  static final int MAGIC = 0xA9485012;
  private static final int ROLE = 12;
  private static final int CHECK_CODE = CheckCode.COVERED;
  private static final ProbeRole[] ROLES = ProbeRole.values();

  /** Whether an unbroken copy stands at an offset; {@link #LENGTH} octets are there. */
  static boolean standsAt(byte[] bytes, int offset) {
    return Octets.i32(bytes, offset) == MAGIC
        && bytes[offset + ROLE] >= 0
        && bytes[offset + ROLE] < ROLES.length
        && Octets.i32(bytes, offset + CHECK_CODE) == CheckCode.of(bytes, offset);
  }

  static int run(byte[] bytes, int offset) {
    return Octets.i32(bytes, offset + 4);
  }

  static int number(byte[] bytes, int offset) {
    return Octets.i32(bytes, offset + 8);
  }

  static int role(byte[] bytes, int offset) {
    return bytes[offset + ROLE];
  }

  /** How long the frame was as it was sent. */
  static int frameLength(byte[] bytes, int offset) {
    return Octets.u16(bytes, offset + 13);
  }

  void write(byte[] frame, int offset) {
    Octets.putI32(frame, offset, MAGIC);
    Octets.putI32(frame, offset + 4, run.value());
    Octets.putI32(frame, offset + 8, number);
    frame[offset + ROLE] = (byte) role.ordinal();
    Octets.putU16(frame, offset + 13, frameLength);
    Octets.putI32(frame, offset + CHECK_CODE, CheckCode.of(frame, offset));
  }
}
