package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTest {
  @TempDir Path folder;

  private StateRoot root() {
    return new StateRoot(folder);
  }

  @Test
  void nothingIsLeftWhenNothingIsToBeUndone() throws IOException {
    try (RunDirectory run = RunDirectory.create(root())) {
      assertThat(run.id()).matches(RunDirectory.RUN_ID);
      assertThat(run.path()).isDirectory();
      assertThat(run.mine()).isTrue();
      Files.createDirectory(run.path().resolve("lab"));
    }
    assertThat(root().runs()).isEmptyDirectory();
  }

  @Test
  void aLivingRunCannotBeClaimed() throws IOException {
    try (RunDirectory run = RunDirectory.create(root())) {
      assertThat(RunDirectory.claim(root(), run.id())).isEmpty();
      RunDirectory.Found found = RunDirectory.list(root()).get(0);
      assertThat(found.alive()).isTrue();
      assertThat(found.owner()).contains("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void aRunWithSomethingToUndoStaysAndCanBeClaimedOnce() throws IOException {
    String id;
    try (RunDirectory run = RunDirectory.create(root())) {
      run.journal().plan(new Undo.NamespaceDelete("hp-none"));
      id = run.id();
    }
    assertThat(RunDirectory.list(root()).get(0).alive()).isFalse();
    try (RunDirectory claimed = RunDirectory.claim(root(), id).orElseThrow()) {
      assertThat(claimed.mine()).isFalse();
      assertThat(RunDirectory.claim(root(), id)).isEmpty();
      assertThat(claimed.undo(RelayRestorer.NONE).complete()).isTrue();
    }
    assertThat(root().runs()).isEmptyDirectory();
    assertThat(RunDirectory.claim(root(), id)).isEmpty();
  }

  @Test
  void aKeptRunStays() throws IOException {
    try (RunDirectory run = RunDirectory.create(root())) {
      run.keep("embedded lab, ssh");
    }
    assertThat(RunDirectory.list(root()).get(0).kept()).contains("embedded lab, ssh");
  }

  @Test
  void aStateDirectoryThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> RunDirectory.create(new StateRoot(file.resolve("below"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("HAIRPIN_STATE");
    assertThatThrownBy(() -> new StateRoot(Path.of("/tmp/with space")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/tmp/with space");
  }
}
