package dev.hairpin.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestImagesTest {
  @TempDir Path cache;
  private LocalShell shell;

  @BeforeEach
  void open() throws IOException {
    shell = LocalShell.open(NetNamespace.CURRENT, Cable.RUN);
  }

  @AfterEach
  void close() {
    shell.close();
  }

  private Map<String, String> oneKernel() throws IOException {
    Path kernel = TestImages.get(shell).kernel();
    return Map.of(
        "HAIRPIN_GUEST_KERNEL",
        kernel.toString(),
        "HAIRPIN_GUEST_MODULES",
        kernel.resolveSibling("modules").toString());
  }

  @Test
  void twoProgramsAtOnceGetTheSameWholeImage() throws Exception {
    Map<String, String> environment = oneKernel();
    Callable<GuestImage> get = () -> new GuestImages(shell, cache, environment).get();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<GuestImage>> images = threads.invokeAll(List.of(get, get, get, get));
      for (Future<GuestImage> image : images) {
        assertThat(image.get()).isEqualTo(images.get(0).get());
      }
    } finally {
      threads.shutdownNow();
    }
    try (var entries = Files.list(cache.resolve("guest"))) {
      assertThat(entries).singleElement().asString().contains("initramfs-");
    }
  }

  @Test
  void theInitramfsHasWhatAGuestNeeds() throws IOException {
    List<String> names = new ArrayList<>();
    GuestImage image = new GuestImages(shell, cache, oneKernel()).get();
    try (CpioArchiveInputStream archive =
        new CpioArchiveInputStream(Files.newInputStream(image.initramfs()))) {
      for (CpioArchiveEntry entry; (entry = archive.getNextEntry()) != null; ) {
        names.add(entry.getName());
      }
    }
    assertThat(names)
        .contains("init", "dev/console", "bin/busybox", "sbin/ip", "sbin/nc", "proc")
        .contains("modules/virtio_net.ko", "modules/virtio_pci.ko")
        .doesNotHaveDuplicates()
        .anyMatch(each -> each.endsWith("libc.so.6"));
    assertThat(names.indexOf("modules")).isLessThan(names.indexOf("modules/virtio.ko"));
  }

  @Test
  void aKernelThatIsNamedButNotThereIsAnError() {
    Map<String, String> environment = Map.of("HAIRPIN_GUEST_KERNEL", "/none");

    assertThatThrownBy(() -> new GuestImages(shell, cache, environment).get())
        .hasMessageContainingAll("HAIRPIN_GUEST_KERNEL", "/none", "HAIRPIN_GUEST_MODULES");
  }

  @Test
  void whatADeadProgramLeftIsSwept() throws IOException {
    CacheDirectory directory = new CacheDirectory(cache);
    Files.createDirectories(cache.resolve("unfinished-999999999-1/modules"));
    Path mine = cache.resolve("unfinished-" + ProcessHandle.current().pid() + "-1");
    Files.createDirectories(mine);
    Path entry = directory.add("kernel-1", fresh -> Files.createFile(fresh.resolve("file")));

    assertThat(entry.resolve("file")).exists();
    try (var list = directory.list()) {
      assertThat(list).containsExactly(entry);
    }
    assertThat(cache.resolve("unfinished-999999999-1")).doesNotExist();
    assertThat(mine).exists();
  }

  @Test
  void aMakerThatFailsLeavesNothing() throws IOException {
    CacheDirectory directory = new CacheDirectory(cache);

    assertThatThrownBy(
            () ->
                directory.add(
                    "kernel-1",
                    fresh -> {
                      Files.createFile(fresh.resolve("half"));
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void theAcceleratorThatIsAskedForIsTaken() throws IOException {
    GuestImage image = TestImages.get(shell);
    AcceleratorProbe probe = new AcceleratorProbe(shell, cache, Cable.RUN);

    assertThat(probe.choose(Optional.of(Accelerator.TCG), image).accelerator())
        .isEqualTo(Accelerator.TCG);
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void theAcceleratorFoundIsRemembered() throws IOException {
    GuestImage image = TestImages.get(shell);
    AcceleratorProbe probe = new AcceleratorProbe(shell, cache, Cable.RUN);
    AcceleratorChoice first = probe.choose(Optional.empty(), image);
    GuestImage unbootable = new GuestImage(Path.of("/none"), Path.of("/none"), "none");

    assertThat(first.reason()).contains("/dev/kvm");
    assertThat(probe.choose(Optional.empty(), unbootable)).isEqualTo(first);
  }

  @Test
  void anAnswerFromOtherCircumstancesIsNotUsed() throws IOException {
    AcceleratorChoice kvm = new AcceleratorChoice(Accelerator.KVM, "it\nboots");
    AcceleratorChoice tcg = new AcceleratorChoice(Accelerator.TCG, "hangs");

    AcceleratorMemory.in(cache, "kernel 1").recallOr(() -> kvm);
    assertThat(AcceleratorMemory.in(cache, "kernel 1").recallOr(() -> tcg).reason())
        .isEqualTo("it boots");
    assertThat(AcceleratorMemory.in(cache, "kernel 2").recallOr(() -> tcg)).isEqualTo(tcg);
  }
}
