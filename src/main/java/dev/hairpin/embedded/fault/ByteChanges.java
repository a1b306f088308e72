package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Frame;
import dev.hairpin.wire.EtherFrame;
import dev.hairpin.wire.MacAddress;
import java.util.Arrays;

/** Changes of a frame's addresses and payload. */
final class ByteChanges {
  /** An address that no station has. */
  static final MacAddress SWITCH = MacAddress.parse("02:5b:ad:00:00:01");

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

  static Frame otherSource(Frame frame) {
    return frame.withAddress(true, SWITCH);
  }
}
