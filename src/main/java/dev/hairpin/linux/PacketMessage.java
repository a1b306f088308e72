package dev.hairpin.linux;

import com.sun.jna.Memory;
import java.util.Arrays;

/**
 * The buffers of one recvmsg(2) on a packet socket with PACKET_VNET_HDR and PACKET_AUXDATA: the
 * kernel takes a received frame's outer VLAN tag out of it (skb_vlan_untag) and hands it over
 * beside the frame; here it is put back. Layouts are those of a 64-bit system.
 */
final class PacketMessage {
  private static final int LARGEST = 65_536 + 64;
  private static final int CONTROL = 64;
  private static final int CONTROL_DATA = 16;
  private static final int STATUS_TAGGED = 1 << 4;
  private static final int STATUS_TYPED = 1 << 6;
  private static final int TAG_AT = 12;
  private static final int TAG = 4;
  private static final short DOT1Q = (short) 0x8100;
  private static final byte NEEDS_CHECKSUM = 1;
  private static final int HEADER_LENGTH_AT = 2;
  private static final int CHECKSUM_START_AT = 6;

  private final Memory data = new Memory(LARGEST);
  private final Memory control = new Memory(CONTROL);
  private final Memory vector = new Memory(16);
  private final Memory message = new Memory(56);

  PacketMessage() {
    vector.setPointer(0, data);
    vector.setLong(8, LARGEST);
    message.clear();
    message.setPointer(16, vector);
    message.setLong(24, 1);
    message.setPointer(32, control);
  }

  /** The result of recvmsg(2): octets read, or -1. */
  long receive(int fd) {
    control.clear();
    message.setLong(40, CONTROL);
    return Libc.recvmsg(fd, message, 0);
  }

  /** The frame just received. */
  WholeFrame frame(int size) {
    byte[] offload = data.getByteArray(0, WholeFrame.OFFLOAD);
    byte[] bytes = data.getByteArray(WholeFrame.OFFLOAD, size - WholeFrame.OFFLOAD);
    int status = control.getInt(CONTROL_DATA);
    return (status & STATUS_TAGGED) == 0
        ? new WholeFrame(offload, bytes)
        : new WholeFrame(shifted(offload), tagged(bytes, status));
  }

  private byte[] tagged(byte[] bytes, int status) {
    short information = control.getShort(CONTROL_DATA + 16);
    short type = (status & STATUS_TYPED) == 0 ? DOT1Q : control.getShort(CONTROL_DATA + 18);
    byte[] whole = new byte[bytes.length + TAG];
    System.arraycopy(bytes, 0, whole, 0, TAG_AT);
    whole[TAG_AT] = (byte) (type >> 8);
    whole[TAG_AT + 1] = (byte) type;
    whole[TAG_AT + 2] = (byte) (information >> 8);
    whole[TAG_AT + 3] = (byte) information;
    System.arraycopy(bytes, TAG_AT, whole, TAG_AT + TAG, bytes.length - TAG_AT);
    return whole;
  }

  /** The offsets of what was put off move with the tag (little endian, as on this machine). */
  private static byte[] shifted(byte[] offload) {
    if (offload[0] != NEEDS_CHECKSUM) {
      return offload;
    }
    byte[] moved = Arrays.copyOf(offload, offload.length);
    for (int at : new int[] {HEADER_LENGTH_AT, CHECKSUM_START_AT}) {
      int value = (moved[at] & 0xFF | (moved[at + 1] & 0xFF) << 8) + TAG;
      moved[at] = (byte) value;
      moved[at + 1] = (byte) (value >> 8);
    }
    return moved;
  }
}
