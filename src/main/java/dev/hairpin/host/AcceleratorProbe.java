package dev.hairpin.host;

import dev.hairpin.linux.Child;
import dev.hairpin.linux.MarkerShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds the accelerator that guests really run with. {@code /dev/kvm} can exist and a guest still
 * hang in it at once, so a probe guest is booted with a deadline. The answer is remembered until
 * the machine boots again, or its kernel or QEMU changes.
 */
public final class AcceleratorProbe {
  private static final Path KVM = Path.of("/dev/kvm");
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final Shell shell;
  private final Path cache;
  private final String runId;

  /**
   * Prepares it.
   *
   * @param shell on this machine
   * @param cache where the answer is remembered
   */
  public AcceleratorProbe(Shell shell, Path cache, String runId) {
    this.shell = shell;
    this.cache = cache;
    this.runId = runId;
  }

  /**
   * Chooses.
   *
   * @param wanted the one that the lab file names; left out for whichever works best
   * @param image what the probe guest boots
   * @throws IOException when QEMU is missing, or the one that is wanted can't be had
   */
  public AcceleratorChoice choose(Optional<Accelerator> wanted, GuestImage image)
      throws IOException {
    if (wanted.isPresent()) {
      return new AcceleratorChoice(wanted.get(), "the lab file asks for it");
    }
    if (!Files.isReadable(KVM) || !Files.isWritable(KVM)) {
      return new AcceleratorChoice(Accelerator.TCG, KVM + " is not there or can't be opened");
    }
    return AcceleratorMemory.in(cache, circumstances()).recallOr(() -> probe(image));
  }

  private AcceleratorChoice probe(GuestImage image) throws IOException {
    Files.createDirectories(cache);
    Path output = Files.createTempFile(cache, "probe-guest-", ".log");
    QemuCommand command = QemuCommand.probe(runId, image, Accelerator.KVM);
    try (Child child = Child.start(command.child(NetNamespace.CURRENT, output))) {
      MarkerShell guest =
          new MarkerShell(
              "the probe guest", child.output(), child.input(), MarkerShell.PLAIN, () -> {});
      try {
        guest.awaitGreeting(GuestImage.READY, DEADLINE);
        return new AcceleratorChoice(Accelerator.KVM, "the probe guest booted with " + KVM);
      } catch (IOException hung) {
        return new AcceleratorChoice(Accelerator.TCG, reason(child));
      } finally {
        guest.close();
      }
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static String reason(Child child) {
    if (child.alive()) {
      return "%s opens, but the probe guest did not boot within %d s"
          .formatted(KVM, DEADLINE.toSeconds());
    }
    return "%s opens, but QEMU ended: %s".formatted(KVM, child.lastWords().replaceAll("\\s+", " "));
  }

  private String circumstances() throws IOException {
    return shell
        .run("uname -r && cat /proc/sys/kernel/random/boot_id && qemu-system-x86_64 --version")
        .require();
  }
}
