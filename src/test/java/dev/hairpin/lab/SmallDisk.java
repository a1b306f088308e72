package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of 256 KiB, to be filled. */
final class SmallDisk {
  private SmallDisk() {}

  interface Work {
    void on(Path disk) throws Exception;
  }

  static void with(Path folder, Work work) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    command("mount", "-t", "tmpfs", "-o", "size=256k", "hairpin-test", disk.toString());
    try {
      work.on(disk);
    } finally {
      command("umount", disk.toString());
    }
  }

  private static void command(String... words) throws Exception {
    UndoCommand.Result result = UndoCommand.run(words);
    assertThat(result.output()).isEmpty();
    assertThat(result.ok()).isTrue();
  }
}
