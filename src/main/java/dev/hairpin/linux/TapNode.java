package dev.hairpin.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a macvtap's character device can be opened: devtmpfs' {@code /dev/tapN}, or a private node
 * where nothing makes those. Never a plain file: a path that holds another thing is not used.
 */
public final class TapNode implements AutoCloseable {
  private final Path path;
  private final boolean ours;

  private TapNode(Path path, boolean ours) {
    this.path = path;
    this.ours = ours;
  }

  /**
   * Finds the node, or makes one.
   *
   * @param link a macvtap
   * @param shell makes the private node, on this machine
   * @param directory where a private node goes; made when needed
   */
  public static TapNode of(AddedLink link, Shell shell, Path directory) throws IOException {
    return of(link, Path.of("/dev/tap" + link.index()), shell, directory);
  }

  static TapNode of(AddedLink link, Path usual, Shell shell, Path directory) throws IOException {
    CharacterDevice device =
        link.device()
            .orElseThrow(() -> new IllegalArgumentException(link.name() + " is no macvtap"));
    if (device.is(usual)) {
      return new TapNode(usual, false);
    }
    Files.createDirectories(directory);
    Path node = directory.resolve("tap" + link.index());
    shell
        .run(
            "mknod -m 600 %s c %d %d"
                .formatted(MarkerShell.quote(node.toString()), device.major(), device.minor()))
        .require();
    return new TapNode(node, true);
  }

  /** The path to open. */
  public Path path() {
    return path;
  }

  /** Removes a private node; what is open stays open. */
  @Override
  public void close() throws IOException {
    if (ours) {
      Files.deleteIfExists(path);
    }
  }
}
