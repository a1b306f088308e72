package dev.hairpin.linux;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A {@code sockaddr_ll} (packet(7)). */
final class LinkLayerAddress {
  /** Octets. */
  static final int LENGTH = 20;

  private LinkLayerAddress() {}

  /**
   * Binds a packet socket to a NIC: from now on it receives what comes in there of one EtherType.
   *
   * @param nic for the message
   */
  static void bind(int fd, int index, int etherType, String nic) throws IOException {
    ByteBuffer address = ByteBuffer.allocate(LENGTH).order(ByteOrder.nativeOrder());
    address.putShort((short) Libc.AF_PACKET);
    address.order(ByteOrder.BIG_ENDIAN).putShort((short) etherType);
    address.order(ByteOrder.nativeOrder()).putInt(index);
    try (Memory memory = new Memory(LENGTH)) {
      memory.write(0, address.array(), 0, LENGTH);
      if (Libc.bind(fd, memory, LENGTH) != 0) {
        throw Errno.failed("can't bind a packet socket to '" + nic + "'");
      }
    }
  }
}
