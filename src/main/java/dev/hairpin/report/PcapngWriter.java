package dev.hairpin.report;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The blocks that evidence needs (draft-ietf-opsawg-pcapng, section 4), times in nanoseconds. */
final class PcapngWriter {
  /** What a frame's last comment begins with: its place among all that was seen follows. */
  static final String PLACE = "sighting ";

  static final int SECTION = 0x0a0d0d0a;
  static final int INTERFACE = 1;
  static final int STATISTICS = 5;
  static final int PACKET = 6;
  private static final int ETHERNET = 1;
  private static final int TEN_TO_THE_MINUS_NINE = 9;
  private static final int INBOUND = 1;
  private static final int OUTBOUND = 2;

  private final OutputStream out;
  private final PcapngBlock block = new PcapngBlock();

  PcapngWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * What the file is.
   *
   * @param comment for a person
   * @param more further comments
   */
  void section(
      String hardware, String system, String application, String comment, List<String> more)
      throws IOException {
    block.begin(SECTION).u32(0x1a2b3c4d).u16(1).u16(0).u64(-1).comment(comment);
    more.forEach(block::comment);
    block.option(2, hardware).option(3, system).option(4, application).writeTo(out);
  }

  void point(CapturePoint point) throws IOException {
    block
        .begin(INTERFACE)
        .u16(ETHERNET)
        .u16(0)
        .u32(0)
        .option(2, point.name())
        .option(3, description(point.kind()))
        .option8(9, TEN_TO_THE_MINUS_NINE)
        .writeTo(out);
  }

  static String description(CapturePoint.Kind kind) {
    return switch (kind) {
      case NIC_OUT -> "frames that leave the uplink's NIC for the switch";
      case NIC_IN -> "frames that come into the uplink's NIC";
      case STATION -> "frames that the station receives";
      case HOST -> "frames that the host's own network stack receives";
      case UPSTREAM -> "frames that come into the upstream station's NIC";
    };
  }

  void frame(int pointNumber, Sighting sighting, Optional<String> comment) throws IOException {
    byte[] frame = sighting.frame();
    block
        .begin(PACKET)
        .u32(pointNumber)
        .time(sighting.epochNanos())
        .u32(frame.length)
        .u32(frame.length)
        .padded(frame);
    comment.ifPresent(block::comment);
    block
        .comment(PLACE + sighting.order())
        .option32(2, sighting.point().kind() == CapturePoint.Kind.NIC_OUT ? OUTBOUND : INBOUND)
        .writeTo(out);
  }

  /**
   * What came of a point's capture.
   *
   * @param dropped nothing where it isn't known; written as isb_ifdrop, as dumpcap does with pcap's
   *     ps_drop, since that is the one that Wireshark shows
   */
  void statistics(int pointNumber, long first, long last, long seen, Optional<Long> dropped)
      throws IOException {
    block
        .begin(STATISTICS)
        .u32(pointNumber)
        .time(last)
        .optionTime(2, first)
        .optionTime(3, last)
        .option64(4, seen + dropped.orElse(0L));
    dropped.ifPresent(frames -> block.option64(5, frames));
    block.option64(8, seen).writeTo(out);
  }
}
