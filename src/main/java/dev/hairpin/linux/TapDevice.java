package dev.hairpin.linux;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.hairpin.wire.FrameSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A macvtap's character device, held by this program: what it writes leaves as if a guest had sent
 * it, what it reads is what a guest would receive. Each read and write is a ten-byte {@code
 * virtio_net_hdr} and one Ethernet frame (Linux {@code drivers/net/tap.c}).
 *
 * <p>Sending is safe for many threads. Frames are read by a thread of its own.
 */
public final class TapDevice implements AutoCloseable {
  private static final long TUNSETSNDBUF = 0x400454d4L;
  private static final long TUNSETOFFLOAD = 0x400454d0L;
  private static final long TUNGETIFF = 0x800454d2L;
  private static final int IFREQ = 40;
  private static final int HEADER = 10;
  private static final int LARGEST = 65_536 + HEADER;
  private static final long SEND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Path path;
  private final int fd;
  private final Memory in = new Memory(LARGEST);
  private final Memory out = new Memory(LARGEST);
  private final long outAddress = Pointer.nativeValue(out);

  /** What follows the header: a copy through a buffer stays in Java, one by JNA costs a call. */
  private final ByteBuffer outFrame = out.getByteBuffer(HEADER, LARGEST - HEADER);

  private final Memory request = new Memory(IFREQ);
  private final Poll writable;
  private final FrameSink sink;
  private final FrameReader reader;
  private boolean closed;

  private TapDevice(Path path, int fd, FrameSink sink) throws IOException {
    this.path = path;
    this.fd = fd;
    this.sink = sink;
    this.writable = new Poll(1).watch(0, fd, Libc.POLLOUT);
    out.clear();
    this.reader =
        new FrameReader("hairpin-tap-" + path.getFileName(), fd, this::readOne, this::release);
  }

  /**
   * Opens it and starts reading.
   *
   * @param namespace where the macvtap is
   * @param device the number that sysfs gives in that namespace
   * @param path where a character device of that number is, see {@link TapNode}
   * @param sink takes every frame from now on
   * @throws IOException when there is another thing at the path, or the kernel refuses
   */
  public static TapDevice open(
      NetNamespace namespace, CharacterDevice device, Path path, FrameSink sink)
      throws IOException {
    if (!device.is(path)) {
      throw new IOException(
          "%s is not the character device %s of the macvtap".formatted(path, device));
    }
    int fd = InNamespace.io(namespace, () -> openIn(path));
    try {
      TapDevice tap = new TapDevice(path, fd, sink);
      tap.reader.start();
      return tap;
    } catch (IOException failed) {
      Libc.close(fd);
      throw failed;
    }
  }

  private static int openIn(Path path) throws IOException {
    int fd = Libc.open(path.toString(), Libc.O_RDWR | Libc.O_NONBLOCK | Libc.O_CLOEXEC);
    if (fd < 0) {
      throw Errno.failed("can't open " + path);
    }
    // Two writers at full speed hang in sock_alloc_send_pskb with the default send buffer.
    try (Memory size = new Memory(4)) {
      size.setInt(0, Integer.MAX_VALUE);
      if (Libc.ioctl(fd, TUNSETSNDBUF, size) != 0 || Libc.ioctl(fd, TUNSETOFFLOAD, 0L) != 0) {
        IOException failed = Errno.failed("can't set up " + path + " as a macvtap");
        Libc.close(fd);
        throw failed;
      }
    }
    return fd;
  }

  /**
   * Sends one frame.
   *
   * @param frame from the destination address on, without FCS; 14 to 65,536 bytes
   * @throws IOException when the kernel doesn't take it within a second
   */
  public void send(byte[] frame) throws IOException {
    synchronized (out) {
      if (closed) {
        throw new IOException(path + " is closed");
      }
      outFrame.put(0, frame);
      long length = (long) HEADER + frame.length;
      if (Libc.write(fd, outAddress, length) < 0) {
        long end = System.nanoTime() + SEND_NANOS;
        do {
          awaitWritable(end, frame.length);
        } while (Libc.write(fd, outAddress, length) < 0);
      }
    }
  }

  private void awaitWritable(long end, int length) throws IOException {
    int errno = Errno.last();
    if (errno == Libc.EINTR) {
      return;
    }
    if (errno != Libc.EAGAIN) {
      throw Errno.failed("%s doesn't take a frame of %d bytes".formatted(path, length));
    }
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (left <= 0) {
      throw new IOException(path + " took no frame for a second: its send queue stays full");
    }
    writable.await((int) left);
  }

  private boolean readOne() throws IOException {
    long length = Libc.read(fd, in, LARGEST);
    if (length < 0) {
      int errno = Errno.last();
      if (errno == Libc.EAGAIN || errno == Libc.EINTR) {
        return false;
      }
      throw Errno.failed("can't read " + path);
    }
    long now = EpochClock.nanos();
    if (length > HEADER) {
      sink.frame(now, in.getByteArray(HEADER, (int) length - HEADER));
    }
    return true;
  }

  /**
   * Throws when the reading has ended early because the sink threw, and when the macvtap has been
   * deleted: the kernel then goes on taking frames, and drops them without a word.
   */
  public void check() throws IOException {
    reader.check();
    synchronized (out) {
      if (closed || Libc.ioctl(fd, TUNGETIFF, request) == 0) {
        return;
      }
      throw Errno.failed("the macvtap behind " + path + " is gone");
    }
  }

  /** Ends the reading. No frame reaches the sink afterwards, unless it is held in the sink. */
  @Override
  public void close() {
    synchronized (out) {
      if (closed) {
        return;
      }
      closed = true;
    }
    reader.end();
  }

  private void release() {
    Libc.close(fd);
  }
}
