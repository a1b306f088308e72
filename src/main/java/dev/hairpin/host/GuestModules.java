package dev.hairpin.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The modules a guest loads for its network card, each after those it needs. */
final class GuestModules {
  private static final List<String> IN_ORDER =
      List.of(
          "virtio_ring",
          "virtio",
          "virtio_pci_modern_dev",
          "virtio_pci_legacy_dev",
          "virtio_pci",
          "failover",
          "net_failover",
          "virtio_net");

  private GuestModules() {}

  /** Whether a file, such as {@code virtio.ko} or {@code virtio.ko.xz}, is one of them. */
  static boolean wants(String file) {
    return IN_ORDER.contains(file.replaceFirst("\\.ko(\\.xz)?$", ""))
        && file.matches(".*\\.ko(\\.xz)?");
  }

  /**
   * Reads them, in the order in which they are to be loaded. One that is missing is taken to be
   * built into the kernel.
   *
   * @return name to what is loaded
   */
  static Map<String, byte[]> read(Path directory) throws IOException {
    Map<String, byte[]> modules = new LinkedHashMap<>();
    for (String name : IN_ORDER) {
      Optional<Path> file = find(directory, name);
      if (file.isPresent()) {
        modules.put(name, contents(file.get()));
      }
    }
    return modules;
  }

  private static Optional<Path> find(Path directory, String name) throws IOException {
    try (Stream<Path> files =
        Files.find(
            directory,
            16,
            (path, attributes) ->
                attributes.isRegularFile()
                    && path.getFileName().toString().matches(name + "\\.ko(\\.xz)?"))) {
      return files.findFirst();
    }
  }

  private static byte[] contents(Path file) throws IOException {
    if (!file.toString().endsWith(".xz")) {
      return Files.readAllBytes(file);
    }
    try (InputStream plain = new XZCompressorInputStream(Files.newInputStream(file))) {
      return plain.readAllBytes();
    }
  }
}
