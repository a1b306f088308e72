package dev.hairpin.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * The C library's calls that Java has no way to. Constants are Linux's generic ones (the same on
 * x86-64 and arm64), sizes those of a 64-bit system.
 */
final class Libc {
  static final int O_RDONLY = 0;
  static final int O_RDWR = 2;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;

  static final int EINTR = 4;
  static final int EAGAIN = 11;
  static final int ENETDOWN = 100;

  static final short POLLIN = 1;
  static final short POLLOUT = 4;
  static final short POLLERR = 8;
  static final short POLLHUP = 16;
  static final short POLLNVAL = 32;

  static final int CLONE_NEWNET = 0x4000_0000;
  static final int EFD_CLOEXEC = O_CLOEXEC;

  static final int AF_PACKET = 17;
  static final int SOCK_RAW = 3;
  static final int SOCK_NONBLOCK = O_NONBLOCK;
  static final int SOCK_CLOEXEC = O_CLOEXEC;
  static final int SOL_SOCKET = 1;
  static final int SO_SNDBUFFORCE = 32;
  static final int SO_RCVBUFFORCE = 33;
  static final int SOL_PACKET = 263;
  static final int PACKET_ADD_MEMBERSHIP = 1;
  static final int PACKET_STATISTICS = 6;
  static final int PACKET_AUXDATA = 8;
  static final int PACKET_VNET_HDR = 15;
  static final int PACKET_IGNORE_OUTGOING = 23;
  static final int PACKET_MR_PROMISC = 1;
  static final int PACKET_MR_ALLMULTI = 2;

  static {
    Native.register(Libc.class, "c");
  }

  private Libc() {}

  static native int open(String path, int flags);

  static native int close(int fd);

  static native long read(int fd, Pointer buffer, long count);

  /** The buffer by its address: JNA passes plain numbers faster, and this is called most. */
  static native long write(int fd, long buffer, long count);

  static native int ioctl(int fd, long request, Pointer argument);

  static native int ioctl(int fd, long request, long argument);

  static native int poll(Pointer pollfds, long count, int timeoutMillis);

  static native int eventfd(int initial, int flags);

  static native int setns(int fd, int kind);

  static native int socket(int domain, int type, int protocol);

  static native int bind(int fd, Pointer address, int length);

  static native long send(int fd, Pointer buffer, long count, int flags);

  static native long recvfrom(
      int fd, Pointer buffer, long count, int flags, Pointer address, Pointer addressLength);

  static native long recvmsg(int fd, Pointer message, int flags);

  static native int getsockopt(int fd, int level, int name, Pointer value, Pointer length);

  static native int setsockopt(int fd, int level, int name, Pointer value, int length);

  static native int getpriority(int which, int who);

  static native int setpriority(int which, int who, int priority);

  static native int if_nametoindex(String name);

  static native String strerror(int errno);
}
