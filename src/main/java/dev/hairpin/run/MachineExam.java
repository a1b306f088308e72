package dev.hairpin.run;

import dev.hairpin.linux.Privileges;
import dev.hairpin.linux.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What this machine can and can't do. */
final class MachineExam {
  private static final Path ROOT = Path.of("/");
  private static final long ROOM = 200L << 20;
  private static final int BUILT_IN = 2026;

  private final Findings findings;

  MachineExam(Findings findings) {
    this.findings = findings;
  }

  void examine() throws IOException {
    List<String> missing = Privileges.current().missing();
    findings.add(
        "make macvtap devices and capture frames (root"
            + (missing.isEmpty() ? ")" : "; lacks " + String.join(", ", missing) + ")"),
        missing.isEmpty(),
        "sudo hairpin …");
    program("ip", "drive the kernel's network interfaces", "iproute2");
    program("bridge", "read the NIC's unicast filter", "iproute2");
    library();
    kernel();
    program("qemu-system-x86_64", "run real guests", "qemu-system-x86");
    program("busybox", "make the guests' file system", "busybox-static");
    program("nc.openbsd", "let guests talk over UDP and TCP", "netcat-openbsd");
    accelerator();
    clock();
    room("keep what a killed run must undo", state());
    room("write reports", Path.of("").toAbsolutePath());
    room("unpack native libraries", Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
  }

  private void program(String name, String purpose, String debianPackage) {
    findings.add(
        purpose + " (" + name + ")",
        Programs.find(name).isPresent(),
        "apt-get install " + debianPackage);
  }

  private void library() throws IOException {
    boolean there = false;
    for (String each : List.of("usr/lib", "usr/lib64", "lib", "lib64", "usr/local/lib")) {
      there |= hasLibpcap(ROOT.resolve(each), 2);
    }
    findings.add("capture frames (libpcap)", there, "apt-get install libpcap0.8");
  }

  private static boolean hasLibpcap(Path folder, int depth) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files =
        Files.find(
            folder,
            depth,
            (file, kind) -> file.getFileName().toString().startsWith("libpcap.so"))) {
      return files.findAny().isPresent();
    } catch (java.io.UncheckedIOException unreadable) {
      return false;
    }
  }

  private void kernel() throws IOException {
    driver("CONFIG_MACVTAP", "macvtap", "make macvtap devices");
    driver("CONFIG_MACVLAN", "macvlan", "reach guests over macvlan");
    driver("CONFIG_PACKET", "af_packet", "send and see raw frames");
    driver("CONFIG_VETH", "veth", "bring the embedded lab up");
    driver("CONFIG_BRIDGE", "bridge", "bring the embedded lab's switch up");
  }

  private void driver(String option, String module, String purpose) throws IOException {
    String what = "%s (kernel: %s)".formatted(purpose, option);
    switch (new KernelOptions(ROOT, System.getProperty("os.version")).ask(option, module)) {
      case THERE -> findings.can(what);
      case MODULE -> findings.can(what + ", as a module");
      case ABSENT ->
          findings.cannot(
              what,
              "boot a kernel with %s (apt-get install linux-image-amd64), or: modprobe %s"
                  .formatted(option, module));
      case UNKNOWN ->
          findings.hint(
              what + ": this kernel doesn't tell",
              "there is no /proc/config.gz and no /boot/config; 'hairpin lab up' shows it");
    }
  }

  private void accelerator() {
    Path kvm = Path.of("/dev/kvm");
    if (Files.isReadable(kvm) && Files.isWritable(kvm)) {
      // That it opens proves nothing: a guest may hang in it at once.
      findings.hint(
          "run guests, and open /dev/kvm for them",
          "the first run with guests tries whether one boots with it, and emulates if not; its report says which");
    } else {
      findings.hint(
          "run guests, but by emulation (no /dev/kvm)",
          "slower, and enough; else switch virtualisation on in the firmware, and: modprobe kvm-intel or kvm-amd");
    }
  }

  private void clock() throws IOException {
    boolean sane = Year.now(ZoneOffset.UTC).getValue() >= BUILT_IN;
    findings.add("tell when a waiver ends (the clock)", sane, "set the clock: date -s, or chrony");
    if (sane
        && Files.isDirectory(Path.of("/run/systemd/timesync"))
        && !Files.exists(Path.of("/run/systemd/timesync/synchronized"))) {
      findings.hint(
          "tell the time, but the clock isn't synchronised", "timedatectl timesync-status");
    }
  }

  private static Path state() {
    String named = System.getenv("HAIRPIN_STATE");
    return Path.of(named == null ? "/var/lib/hairpin" : named);
  }

  private void room(String purpose, Path folder) throws IOException {
    Path there = folder;
    while (there != null && !Files.isDirectory(there)) {
      there = there.getParent();
    }
    if (there == null) {
      return;
    }
    long free = Files.getFileStore(there).getUsableSpace();
    String what = "%s (%d MB free in %s)".formatted(purpose, free >> 20, folder);
    if (!Files.isWritable(there)) {
      findings.cannot(what, "let this user write %s".formatted(there));
    } else {
      findings.add(what, free >= ROOM, "make room in %s: 200 MB are enough".formatted(there));
    }
  }
}
