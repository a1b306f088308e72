package dev.hairpin.embedded.plane;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the kernel's bridge says of a port; sysfs makes a file's text anew for each read. */
final class SysfsPort {
  private final FileChannel relay;
  private final FileChannel losses;
  private final ByteBuffer text = ByteBuffer.allocate(32);
  private Setting last;

  SysfsPort(String nic) throws IOException {
    Path folder = Path.of("/sys/class/net", nic);
    relay = FileChannel.open(folder.resolve("brport/hairpin_mode"), StandardOpenOption.READ);
    losses = FileChannel.open(folder.resolve("carrier_down_count"), StandardOpenOption.READ);
    long now = System.nanoTime();
    boolean on = number(relay) == 1;
    last = new Setting(on, on, now, now, number(losses));
  }

  /** What was read last. */
  Setting last() {
    return last;
  }

  Setting read() throws IOException {
    last = last.next(number(relay) == 1, number(losses), System.nanoTime());
    return last;
  }

  private long number(FileChannel file) throws IOException {
    text.clear();
    file.read(text, 0);
    return Long.parseLong(
        new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip());
  }
}
