package dev.hairpin.host;

import dev.hairpin.linux.ChildCommand;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Programs;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line of one QEMU. The guest's second serial line is QEMU's standard input and output;
 * its first one, the kernel's console, goes to QEMU's standard error.
 *
 * @param nic the guest's network card; none for the probe guest
 */
record QemuCommand(
    String runId, String name, GuestImage image, Accelerator accelerator, Optional<Nic> nic) {
  private static final String PROGRAM = "qemu-system-x86_64";

  /** Without self-tests, certificates and tracing the kernel is up a second earlier under TCG. */
  private static final String KERNEL_ARGUMENTS =
      "console=ttyS0 quiet panic=-1 nokaslr mitigations=off no_timer_check audit=0"
          + " random.trust_cpu=on cryptomgr.notests=1 8250.nr_uarts=2"
          + " initcall_blacklist=init_kprobe_trace,crypto_kdf108_init,load_system_certificate_list";

  /** Without offloads every frame leaves as it is on the wire, with its checksum in it. */
  private static final String NO_OFFLOADS =
      ",csum=off,gso=off,guest_csum=off,guest_tso4=off,guest_tso6=off,guest_ecn=off,guest_ufo=off"
          + ",host_tso4=off,host_tso6=off,host_ecn=off,host_ufo=off,mrg_rxbuf=off";

  /**
   * A network card on a macvtap.
   *
   * @param tap the macvtap's character device
   */
  record Nic(MacAddress mac, Path tap) {}

  static QemuCommand probe(String runId, GuestImage image, Accelerator accelerator) {
    return new QemuCommand(runId, "probe", image, accelerator, Optional.empty());
  }

  /**
   * As a child process with pipes.
   *
   * @param output takes QEMU's standard error and the guest's console
   */
  ChildCommand child(NetNamespace namespace, Path output) throws IOException {
    List<String> command = new ArrayList<>();
    if (nic.isPresent()) {
      command.addAll(List.of("/bin/sh", "-c", "exec \"$@\" 3<>\"$0\"", nic.get().tap().toString()));
    }
    command.addAll(arguments(Programs.require(PROGRAM, "qemu-system-x86").toString()));
    return new ChildCommand("guest " + name, runId, namespace, command, output, true, true);
  }

  private List<String> arguments(String program) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                program,
                "-name",
                "hairpin-" + runId + "-" + name,
                "-no-user-config",
                "-nodefaults",
                "-display",
                "none",
                "-no-reboot",
                "-M",
                "q35,usb=off,vmport=off,smm=off,sata=off",
                "-no-hpet",
                "-accel",
                accelerator.qemuName(),
                "-cpu",
                accelerator.processor(),
                "-smp",
                "1",
                "-m",
                "128",
                "-kernel",
                image.kernel().toString(),
                "-initrd",
                image.initramfs().toString(),
                "-append",
                KERNEL_ARGUMENTS,
                "-chardev",
                "file,id=console,path=/dev/fd/2,append=on",
                "-serial",
                "chardev:console",
                "-chardev",
                "stdio,id=control,signal=off",
                "-serial",
                "chardev:control"));
    nic.ifPresent(each -> arguments.addAll(card(each)));
    return arguments;
  }

  private static List<String> card(Nic nic) {
    return List.of(
        "-netdev",
        "tap,id=uplink,fd=3",
        "-device",
        "virtio-net-pci,romfile=,netdev=uplink,mac=" + nic.mac() + NO_OFFLOADS);
  }
}
