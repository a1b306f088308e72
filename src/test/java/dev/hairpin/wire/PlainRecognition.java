package dev.hairpin.wire;

import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The rules by which a frame is taken for a probe, written as plainly as they can be said. */
final class PlainRecognition {
  private static final int MAGIC = 0xA9485012;
  private static final int MARK = 19;
  private static final int CHECK_CODE = 15;
  private static final int CHECKSUM = 4;

  private PlainRecognition() {}

  static Optional<Mark> recognise(byte[] frame) {
    for (int offset = 0; offset + MARK <= frame.length; offset++) {
      if (Octets.i32(frame, offset) == MAGIC
          && Octets.i32(frame, offset + CHECK_CODE) == checkCode(frame, offset)
          && frame[offset + 12] >= 0
          && frame[offset + 12] < ProbeRole.values().length) {
        return Optional.of(
            new Mark(
                new RunTag(Octets.i32(frame, offset + 4)),
                Octets.i32(frame, offset + 8),
                ProbeRole.values()[frame[offset + 12]],
                frame.length == Octets.u16(frame, offset + 13)
                    && Octets.i32(frame, frame.length - CHECKSUM) == checksum(frame)));
      }
    }
    return Optional.empty();
  }

  private static int checkCode(byte[] frame, int offset) {
    CRC32C crc = new CRC32C();
    crc.update(frame, offset, CHECK_CODE);
    return (int) crc.getValue();
  }

  private static int checksum(byte[] frame) {
    CRC32 crc = new CRC32();
    crc.update(frame, 0, frame.length - CHECKSUM);
    return (int) crc.getValue();
  }
}
