package dev.hairpin.host;

import dev.hairpin.linux.MarkerShell;
import dev.hairpin.linux.Programs;
import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes what guests boot, and keeps it: a kernel, and an initramfs with busybox, iproute2's ip, nc
 * and the modules of the network card. Safe for two programs at once.
 */
public final class GuestImages {
  private static final String INITRAMFS = "initramfs";
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

  private final Shell shell;
  private final CacheDirectory cache;
  private final GuestKernels kernels;

  /**
   * Prepares it.
   *
   * @param shell on this machine
   * @param cache where images are kept
   * @param environment the program's; HAIRPIN_GUEST_KERNEL and HAIRPIN_GUEST_MODULES name another
   *     kernel
   */
  public GuestImages(Shell shell, Path cache, Map<String, String> environment) {
    this.shell = shell;
    this.cache = new CacheDirectory(cache.resolve("guest"));
    this.kernels = new GuestKernels(shell, this.cache, environment);
  }

  /**
   * The image, made when it isn't there yet: a download of about 27 MB and some seconds.
   *
   * @throws IOException when something is missing, with the command that mends it
   */
  public GuestImage get() throws IOException {
    Path busybox = Programs.require("busybox", "busybox-static");
    Path ip = Programs.require("ip", "iproute2");
    Path nc = Programs.require("nc.openbsd", "netcat-openbsd");
    GuestKernel kernel = kernels.find();
    Digest digest = new Digest().add(GuestInit.template()).add(kernel.kernel().toString());
    digest.add(busybox).add(ip).add(nc);
    Path directory =
        cache.add(
            "initramfs-" + digest.text(),
            fresh -> write(fresh.resolve(INITRAMFS), busybox, ip, nc, kernel));
    return new GuestImage(kernel.kernel(), directory.resolve(INITRAMFS), kernel.release());
  }

  private void write(Path file, Path busybox, Path ip, Path nc, GuestKernel kernel)
      throws IOException {
    Map<String, byte[]> modules = GuestModules.read(kernel.modules());
    try (Initramfs archive = new Initramfs(Files.newOutputStream(file))) {
      archive.console();
      archive.directories("proc", "sys", "tmp", "root", "etc", "run");
      archive.program("init", GuestInit.script(modules.keySet()));
      archive.program("bin/busybox", Files.readAllBytes(busybox));
      archive.link("bin/sh", "busybox");
      archive.program("sbin/ip", Files.readAllBytes(ip));
      archive.program("sbin/nc", Files.readAllBytes(nc));
      for (Path library : libraries(busybox, ip, nc)) {
        archive.program(library.toString().substring(1), Files.readAllBytes(library));
      }
      for (Map.Entry<String, byte[]> module : modules.entrySet()) {
        archive.program("modules/" + module.getKey() + ".ko", module.getValue());
      }
    }
  }

  /** A static program has none; busybox is one or isn't. */
  private Set<Path> libraries(Path... programs) throws IOException {
    Set<Path> libraries = new TreeSet<>();
    for (Path program : programs) {
      Matcher matcher =
          LIBRARY.matcher(shell.run("ldd " + MarkerShell.quote(program.toString())).output());
      while (matcher.find()) {
        libraries.add(Path.of(matcher.group(1)));
      }
    }
    return libraries;
  }
}
