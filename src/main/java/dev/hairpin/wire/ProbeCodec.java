package dev.hairpin.wire;

import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Turns probes into frames, and finds them again wherever they are seen.
 *
 * <p>The payload starts, behind the header of its {@linkplain ProbeKind kind}, with one copy of the
 * {@linkplain MarkCopy mark} and ends with another and a CRC-32 (that of IEEE 802.3, most
 * significant octet first) over all that stands before it, the addresses and the tag included.
 * Between them stands padding that depends on its place alone. So a copy is recognised when any one
 * byte was changed, when a tag came or went, when an address was rewritten, when bytes were
 * appended, or when it was cut behind the first mark.
 *
 * <p>A frame is taken for a probe when anywhere in it stands the mark's magic with the check code
 * that belongs to what follows: 64 bits must agree. Of random frames of n octets fewer than one in
 * 2<sup>64</sup>/n is taken for one (one in 10<sup>16</sup> of full size), and 2<sup>32</sup> times
 * fewer for one of a given run.
 */
public final class ProbeCodec {
  private static final int CHECKSUM = 4;

  /** Octets that the mark takes, at both ends, with the checksum. */
  static final int SMALLEST_BODY = 2 * MarkCopy.LENGTH + CHECKSUM;

  private ProbeCodec() {}

  /**
   * Finds a probe's mark in a frame, whatever headers stand before it.
   *
   * @param frame from the destination address on, without FCS; any length
   * @return the mark, intact only when every byte is as it was sent: its length is the one that the
   *     mark names, and the checksum over all of it holds (always false when a single byte was
   *     changed; false but for one in 2<sup>32</sup> when many were)
   */
  public static Optional<Mark> recognise(byte[] frame) {
    int offset = markIn(frame, 0, frame.length);
    return offset < 0
        ? Optional.empty()
        : Optional.of(
            PackedMark.unpacked(
                new RunTag(MarkCopy.run(frame, offset)), packed(frame, 0, frame.length, offset)));
  }

  /** The same for a frame among other bytes, and for the marks of one run: a {@link Recogniser}. */
  public static long find(RunTag run, byte[] bytes, int from, int to) {
    int offset = markIn(bytes, from, to);
    return offset < 0 || MarkCopy.run(bytes, offset) != run.value()
        ? PackedMark.NONE
        : packed(bytes, from, to, offset);
  }

  /** Where the first unbroken copy stands, or -1. */
  private static int markIn(byte[] bytes, int from, int to) {
    for (int offset = from; offset <= to - MarkCopy.LENGTH; offset++) {
      if (bytes[offset] == MarkCopy.FIRST_OCTET && MarkCopy.standsAt(bytes, offset)) {
        return offset;
      }
    }
    return -1;
  }

  private static long packed(byte[] bytes, int from, int to, int offset) {
    return PackedMark.pack(
        MarkCopy.number(bytes, offset),
        MarkCopy.role(bytes, offset),
        intact(bytes, from, to, offset));
  }

  private static boolean intact(byte[] bytes, int from, int to, int offset) {
    return to - from == MarkCopy.frameLength(bytes, offset)
        && Octets.i32(bytes, to - CHECKSUM) == checksum(bytes, from, to);
  }

  static byte[] frame(Probe probe) {
    ProbeShape shape = probe.shape();
    int payload = EtherFrame.HEADER + shape.tag().map(tag -> VlanTag.LENGTH).orElse(0);
    int mark = payload + shape.kind().headerLength();
    byte[] frame = new byte[payload + shape.payloadLength()];
    System.arraycopy(probe.destination().bytes(), 0, frame, 0, 6);
    System.arraycopy(probe.source().bytes(), 0, frame, 6, 6);
    shape.tag().ifPresent(tag -> tag.write(frame, 12));
    Octets.putU16(frame, payload - 2, shape.kind().typeOrLength(shape.payloadLength()));
    shape.kind().write(probe, frame, payload);
    for (int index = mark; index < frame.length; index++) {
      frame[index] = padding(index - mark);
    }
    MarkCopy copy = new MarkCopy(probe.run(), probe.number(), probe.role(), frame.length);
    copy.write(frame, mark);
    copy.write(frame, frame.length - CHECKSUM - MarkCopy.LENGTH);
    Octets.putI32(frame, frame.length - CHECKSUM, checksum(frame, 0, frame.length));
    return frame;
  }

  /** Neighbours differ and the period is odd, so that moved and repeated parts show. */
  private static byte padding(int index) {
    return (byte) (index % 251 * 37 + 11);
  }

  private static int checksum(byte[] bytes, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from - CHECKSUM);
    return (int) crc.getValue();
  }
}
