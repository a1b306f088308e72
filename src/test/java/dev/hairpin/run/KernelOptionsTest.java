package dev.hairpin.run;

import static dev.hairpin.run.KernelOptions.Answer.ABSENT;
import static dev.hairpin.run.KernelOptions.Answer.MODULE;
import static dev.hairpin.run.KernelOptions.Answer.THERE;
import static dev.hairpin.run.KernelOptions.Answer.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelOptionsTest {
  @TempDir private Path root;

  @Test
  void aKernelThatTellsNothing() throws IOException {
    assertThat(ask()).isEqualTo(UNKNOWN);
  }

  @Test
  void aLoadedModule() throws IOException {
    Files.createDirectories(root.resolve("sys/module/macvtap"));
    assertThat(ask()).isEqualTo(THERE);
  }

  @Test
  void aModuleThatCanBeLoaded() throws IOException {
    write("lib/modules/6.1/modules.dep", "kernel/drivers/net/macvtap.ko.xz: kernel/x.ko\n");
    assertThat(ask()).isEqualTo(MODULE);
  }

  @Test
  void aModuleOfAnotherNameIsNotIt() throws IOException {
    write("lib/modules/6.1/modules.dep", "kernel/drivers/net/ipvtap.ko:\nkernel/amacvtap.ko:\n");
    assertThat(ask()).isEqualTo(ABSENT);
  }

  @Test
  void builtIn() throws IOException {
    write("boot/config-6.1", "CONFIG_NET=y\nCONFIG_MACVTAP=y\n");
    assertThat(ask()).isEqualTo(THERE);
  }

  @Test
  void leftOutAsTheRunningKernelSaysItself() throws IOException {
    Files.createDirectories(root.resolve("proc"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(root.resolve("proc/config.gz")))) {
      out.write("CONFIG_NET=y\n# CONFIG_MACVTAP is not set\n".getBytes(StandardCharsets.UTF_8));
    }
    write("boot/config-6.1", "CONFIG_NET=y\nCONFIG_MACVTAP=y\n");
    assertThat(ask()).isEqualTo(ABSENT);
  }

  @Test
  void aModuleThatWasBuiltAndIsNotHere() throws IOException {
    write("boot/config-6.1", "CONFIG_NET=y\nCONFIG_MACVTAP=m\n");
    assertThat(ask()).isEqualTo(UNKNOWN);
    write("lib/modules/6.1/modules.dep", "kernel/other.ko:\n");
    assertThat(ask()).isEqualTo(ABSENT);
  }

  private KernelOptions.Answer ask() throws IOException {
    return new KernelOptions(root, "6.1").ask("CONFIG_MACVTAP", "macvtap");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
