package dev.hairpin.host;

import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Frames that a link has dropped since it was made, as its queue counts them or its driver. Read
 * before and after each probe, so its files stay open where they are on this machine.
 */
final class LinkDrops implements AutoCloseable {
  private static final List<String> COUNTERS = List.of("rx_dropped", "rx_errors");
  private static final int LONGEST = 32;

  private final String directory;
  private final Shell shell;
  private final List<FileChannel> open;
  private final ByteBuffer text = ByteBuffer.allocate(LONGEST);

  private LinkDrops(String directory, Shell shell, List<FileChannel> open) {
    this.directory = directory;
    this.shell = shell;
    this.open = open;
  }

  static LinkDrops of(String link, Shell shell) throws IOException {
    String directory = "/sys/class/net/" + link + "/statistics";
    Optional<Path> seen = shell.seenAt(directory);
    if (seen.isEmpty()) {
      return new LinkDrops(directory, shell, List.of());
    }
    FileChannel first = FileChannel.open(seen.get().resolve(COUNTERS.get(0)));
    try {
      return new LinkDrops(
          directory, shell, List.of(first, FileChannel.open(seen.get().resolve(COUNTERS.get(1)))));
    } catch (IOException failed) {
      first.close();
      throw failed;
    }
  }

  /**
   * The larger of both.
   *
   * @throws IOException when the link is gone
   */
  synchronized long count() throws IOException {
    if (open.isEmpty()) {
      String both =
          shell
              .run(
                  "cd %s && read a <%s && read b <%s && echo $a $b"
                      .formatted(directory, COUNTERS.get(0), COUNTERS.get(1)))
              .require();
      String[] counts = both.strip().split(" ");
      return Math.max(Long.parseLong(counts[0]), Long.parseLong(counts[1]));
    }
    return Math.max(read(open.get(0)), read(open.get(1)));
  }

  private long read(FileChannel counter) throws IOException {
    text.clear();
    int octets = counter.read(text, 0);
    try {
      return Long.parseLong(
          new String(text.array(), 0, Math.max(0, octets), StandardCharsets.US_ASCII).strip());
    } catch (NumberFormatException nonsense) {
      throw new IOException("a counter in %s is no number".formatted(directory), nonsense);
    }
  }

  @Override
  public void close() throws IOException {
    for (FileChannel each : open) {
      each.close();
    }
  }
}
