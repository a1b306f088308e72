package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Frame;
import dev.hairpin.wire.EtherFrame;
import dev.hairpin.wire.EtherTypes;
import dev.hairpin.wire.InternetChecksum;
import dev.hairpin.wire.MacAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Changes of a frame's addresses and payload. */
final class ByteChanges {
  /** An address that no station has. */
  static final MacAddress SWITCH = MacAddress.parse("02:5b:ad:00:00:01");

  private static final int IPV4_HEADER = 20;
  private static final int IPV4_CHECKSUM = 10;

  private ByteChanges() {}

  /** One bit of the last octet of the payload's first half. */
  static Frame corrupt(Frame frame) {
    byte[] bytes = frame.bytes();
    int payload = frame.view().map(EtherFrame::payloadOffset).orElse(EtherFrame.HEADER);
    if (payload < bytes.length) {
      bytes[payload + (bytes.length - payload) / 2] ^= 0x01;
    }
    return frame.with(bytes);
  }

  static Frame pad(Frame frame, int octets) {
    return frame.with(Arrays.copyOf(frame.bytes(), frame.length() + octets));
  }

  /** Never below an Ethernet header. */
  static Frame cut(Frame frame, int octets) {
    int left = Math.max(EtherFrame.HEADER, frame.length() - octets);
    return left >= frame.length() ? frame : frame.with(Arrays.copyOf(frame.bytes(), left));
  }

  /** 0 for the octet of DSCP and ECN in IPv4 and IPv6, the checksum of IPv4 put right. */
  static Frame clearTrafficClass(Frame frame) {
    byte[] bytes = frame.bytes();
    int at = frame.view().map(EtherFrame::payloadOffset).orElse(bytes.length);
    int type = frame.view().map(EtherFrame::etherType).orElse(0);
    if (type == EtherTypes.IPV4 && bytes.length >= at + IPV4_HEADER) {
      ByteBuffer header = ByteBuffer.wrap(bytes, at, IPV4_HEADER).slice();
      header.put(1, (byte) 0).putShort(IPV4_CHECKSUM, (short) 0);
      header.putShort(
          IPV4_CHECKSUM, InternetChecksum.of(Arrays.copyOfRange(bytes, at, at + IPV4_HEADER)));
    } else if (type == EtherTypes.IPV6 && bytes.length > at + 1) {
      bytes[at] &= (byte) 0xF0;
      bytes[at + 1] &= 0x0F;
    }
    return frame.with(bytes);
  }

  static Frame otherSource(Frame frame) {
    return frame.withAddress(true, SWITCH);
  }
}
