package dev.hairpin.host;

import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a kernel for guests: the one that the environment names, the one cached, or Debian's cloud
 * kernel, whose package is downloaded and unpacked, never installed.
 */
final class GuestKernels {
  private static final String META_PACKAGE = "linux-image-cloud-amd64";
  private static final String PREFIX = "kernel-";
  private static final Duration DOWNLOAD = Duration.ofMinutes(5);

  private final Shell shell;
  private final CacheDirectory cache;
  private final Map<String, String> environment;

  GuestKernels(Shell shell, CacheDirectory cache, Map<String, String> environment) {
    this.shell = shell;
    this.cache = cache;
    this.environment = environment;
  }

  GuestKernel find() throws IOException {
    String named = environment.get("HAIRPIN_GUEST_KERNEL");
    if (named != null) {
      return named(Path.of(named));
    }
    Optional<Path> cached = newest();
    if (cached.isPresent()) {
      return in(cached.get());
    }
    return in(download());
  }

  private GuestKernel named(Path kernel) throws IOException {
    String modules = environment.get("HAIRPIN_GUEST_MODULES");
    if (modules == null || !Files.isDirectory(Path.of(modules)) || !Files.isReadable(kernel)) {
      throw new IOException(
          "HAIRPIN_GUEST_KERNEL is %s and HAIRPIN_GUEST_MODULES %s: both must be readable, a"
                  .formatted(kernel, modules)
              + " bzImage and the directory /lib/modules/VERSION that belongs to it");
    }
    return new GuestKernel(kernel, Path.of(modules), Path.of(modules).getFileName().toString());
  }

  private static GuestKernel in(Path directory) {
    return new GuestKernel(
        directory.resolve(KernelPackage.KERNEL),
        directory.resolve(KernelPackage.MODULES),
        directory.getFileName().toString().substring(PREFIX.length()));
  }

  private Optional<Path> newest() throws IOException {
    try (Stream<Path> entries = cache.list()) {
      return entries
          .filter(each -> each.getFileName().toString().startsWith(PREFIX))
          .max(Comparator.comparing(Path::toString));
    }
  }

  private Path download() throws IOException {
    String name = realPackage();
    return cache.add(
        PREFIX + name.replace("linux-image-", ""),
        fresh -> {
          Path deb = fetch(name, fresh);
          KernelPackage.unpack(deb, fresh);
          Files.delete(deb);
        });
  }

  private String realPackage() throws IOException {
    String depends = shell.run("apt-cache depends " + META_PACKAGE, DOWNLOAD).output();
    return depends
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("Depends: linux-image-"))
        .map(line -> line.substring("Depends: ".length()))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "apt knows no package %s for the guests' kernel: run 'apt-get update', or set"
                            .formatted(META_PACKAGE)
                        + " HAIRPIN_GUEST_KERNEL and HAIRPIN_GUEST_MODULES; apt-cache said: '"
                        + depends.strip()
                        + "'"));
  }

  private Path fetch(String name, Path directory) throws IOException {
    String output =
        shell
            .run(
                "cd %s && apt-get -q -o APT::Sandbox::User=root download %s"
                    .formatted(directory, name),
                DOWNLOAD)
            .output();
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(each -> each.toString().endsWith(".deb"))
          .findFirst()
          .orElseThrow(
              () ->
                  new IOException(
                      "can't download %s for the guests' kernel: run 'apt-get update' with a network,"
                              .formatted(name)
                          + " or set HAIRPIN_GUEST_KERNEL and HAIRPIN_GUEST_MODULES; apt-get said: '"
                          + output.strip()
                          + "'"));
    }
  }
}
