package dev.hairpin.wire;

import java.util.Optional;
import java.util.zip.CRC32C;

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

  private static final int MAGIC = 0xA9485012;
  private static final int CHECK_CODE = LENGTH - 4;
  private static final ProbeRole[] ROLES = ProbeRole.values();

  /** The copy at an offset, if an unbroken one stands there. */
  static Optional<MarkCopy> at(byte[] frame, int offset) {
    if (frame.length < offset + LENGTH
        || Octets.i32(frame, offset) != MAGIC
        || Octets.i32(frame, offset + CHECK_CODE) != checkCode(frame, offset)
        || frame[offset + 12] < 0
        || frame[offset + 12] >= ROLES.length) {
      return Optional.empty();
    }
    return Optional.of(
        new MarkCopy(
            new RunTag(Octets.i32(frame, offset + 4)),
            Octets.i32(frame, offset + 8),
            ROLES[frame[offset + 12]],
            Octets.u16(frame, offset + 13)));
  }

  void write(byte[] frame, int offset) {
    Octets.putI32(frame, offset, MAGIC);
    Octets.putI32(frame, offset + 4, run.value());
    Octets.putI32(frame, offset + 8, number);
    frame[offset + 12] = (byte) role.ordinal();
    Octets.putU16(frame, offset + 13, frameLength);
    Octets.putI32(frame, offset + CHECK_CODE, checkCode(frame, offset));
  }

  Mark mark(boolean intact) {
    return new Mark(run, number, role, intact);
  }

  private static int checkCode(byte[] frame, int offset) {
    CRC32C crc = new CRC32C();
    crc.update(frame, offset, CHECK_CODE);
    return (int) crc.getValue();
  }
}
