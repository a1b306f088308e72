package dev.hairpin.host;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Takes out of a Debian kernel package what a guest needs. */
final class KernelPackage {
  /** The kernel's name in the directory unpacked to. */
  static final String KERNEL = "kernel";

  /** The name of the directory of modules there. */
  static final String MODULES = "modules";

  private KernelPackage() {}

  /** Unpacks the kernel, uncompressed where that works, and {@link GuestModules}. */
  static void unpack(Path deb, Path directory) throws IOException {
    Files.createDirectories(directory.resolve(MODULES));
    boolean kernel = false;
    try (ArArchiveInputStream ar =
        new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(deb)))) {
      for (ArArchiveEntry entry; (entry = ar.getNextEntry()) != null; ) {
        if (entry.getName().equals("data.tar.xz")) {
          kernel = unpackData(new XZCompressorInputStream(ar), directory);
          break;
        }
      }
    }
    if (!kernel) {
      throw new IOException(
          "%s has no data.tar.xz with a /boot/vmlinuz in it: set HAIRPIN_GUEST_KERNEL and"
                  .formatted(deb)
              + " HAIRPIN_GUEST_MODULES to use another kernel");
    }
  }

  private static boolean unpackData(InputStream data, Path directory) throws IOException {
    boolean kernel = false;
    TarArchiveInputStream tar = new TarArchiveInputStream(data);
    for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
      String name = entry.getName();
      String file = name.substring(name.lastIndexOf('/') + 1);
      if (name.startsWith("./boot/vmlinuz-")) {
        byte[] image = tar.readAllBytes();
        Optional<byte[]> plain = PlainKernel.of(image);
        Files.write(directory.resolve(KERNEL), plain.orElse(image));
        kernel = true;
      } else if (entry.isFile() && GuestModules.wants(file)) {
        Files.write(directory.resolve(MODULES).resolve(file), tar.readAllBytes());
      }
    }
    return kernel;
  }
}
