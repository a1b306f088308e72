package dev.hairpin.linux;

import com.sun.jna.Memory;
import java.io.IOException;

/** setsockopt(2) of packet sockets. */
final class SocketOption {
  private static final int MEMBERSHIP = 16;

  private SocketOption() {}

  static void set(int fd, int level, int name, int value) throws IOException {
    try (Memory memory = new Memory(4)) {
      memory.setInt(0, value);
      set(fd, level, name, memory);
    }
  }

  /**
   * Joins a NIC (PACKET_ADD_MEMBERSHIP) until the socket closes.
   *
   * @param kind which frames it lets in, such as PACKET_MR_PROMISC
   */
  static void membership(int fd, int index, int kind) throws IOException {
    try (Memory memory = new Memory(MEMBERSHIP)) {
      memory.clear();
      memory.setInt(0, index);
      memory.setShort(4, (short) kind);
      set(fd, Libc.SOL_PACKET, Libc.PACKET_ADD_MEMBERSHIP, memory);
    }
  }

  private static void set(int fd, int level, int name, Memory value) throws IOException {
    if (Libc.setsockopt(fd, level, name, value, (int) value.size()) != 0) {
      throw Errno.failed("can't set option %d of a packet socket".formatted(name));
    }
  }
}
