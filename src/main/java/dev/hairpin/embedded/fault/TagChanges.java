package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Frame;

/** Changes of the outermost 802.1Q tag; a frame without one stays as it is. */
final class TagChanges {
  private static final int TYPE_AT = 12;
  private static final int INFORMATION_AT = 14;
  private static final int TAG = 4;
  private static final int PRIORITY_UNIT = 0x20;
  private static final int DROP_ELIGIBLE = 0x10;

  private TagChanges() {}

  static Frame strip(Frame frame) {
    if (!tagged(frame)) {
      return frame;
    }
    byte[] bytes = frame.bytes();
    byte[] bare = new byte[bytes.length - TAG];
    System.arraycopy(bytes, 0, bare, 0, TYPE_AT);
    System.arraycopy(bytes, TYPE_AT + TAG, bare, TYPE_AT, bare.length - TYPE_AT);
    return frame.with(bare);
  }

  /** The VLAN becomes the next one; a priority tag stays without one. */
  static Frame otherVlan(Frame frame) {
    return changed(frame, INFORMATION_AT + 1, 0x01, vlan(frame) != 0);
  }

  static Frame otherPriority(Frame frame) {
    return changed(frame, INFORMATION_AT, PRIORITY_UNIT, true);
  }

  static Frame otherDropEligibility(Frame frame) {
    return changed(frame, INFORMATION_AT, DROP_ELIGIBLE, true);
  }

  private static Frame changed(Frame frame, int at, int bits, boolean wanted) {
    if (!tagged(frame) || !wanted) {
      return frame;
    }
    byte[] bytes = frame.bytes();
    bytes[at] ^= (byte) bits;
    return frame.with(bytes);
  }

  private static boolean tagged(Frame frame) {
    return frame.view().map(each -> !each.tags().isEmpty()).orElse(false);
  }

  private static int vlan(Frame frame) {
    byte[] bytes = frame.whole().bytes();
    return tagged(frame)
        ? (bytes[INFORMATION_AT] & 0xF) << 8 | bytes[INFORMATION_AT + 1] & 0xFF
        : 0;
  }
}
