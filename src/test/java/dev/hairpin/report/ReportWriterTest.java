package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @TempDir Path directory;

  @Test
  void writesTheFolderAndItsChecksums() throws Exception {
    Path folder = directory.resolve("run");
    Files.createDirectories(folder.resolve("evidence"));
    Files.writeString(folder.resolve("evidence/a.pcapng"), "packets");
    Files.writeString(folder.resolve("evidence/a\\b\nc.pcapng"), "a name that sha256sum escapes");
    ReportWriter.write(folder, Pages.one());
    assertThat(names(folder))
        .containsExactly("SHA256SUMS", "evidence", "junit.xml", "report.html", "results.json");
    assertThat(exit(folder, "sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS")).isZero();
    assertThat(Files.readAllLines(folder.resolve("SHA256SUMS"))).hasSize(5);
    assertThat(ReportVerify.of(folder).sound()).isTrue();
  }

  @Test
  void aSecondWriteReplacesTheFirst() throws Exception {
    ReportWriter.write(directory, Pages.one());
    ReportWriter.write(directory, Pages.none());
    assertThat(ResultsJson.read(directory)).isEqualTo(Pages.none());
    assertThat(ReportVerify.of(directory).sound()).isTrue();
  }

  @Test
  void onAFullDiskTheOthersAreWrittenAndNothingIsLeftHalf() throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    assertThat(exit(directory, "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()))
        .isZero();
    try {
      Path folder = disk.resolve("run");
      IncompleteReportException failure =
          catchThrowableOfType(
              IncompleteReportException.class, () -> ReportWriter.write(folder, Pages.many()));
      assertThat(failure.missing()).contains("results.json", "report.html");
      assertThat(failure)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("--out");
      List<String> there = names(folder);
      assertThat(there).contains("junit.xml").doesNotContainAnyElementsOf(failure.missing());
      assertThat(there).noneMatch(each -> each.endsWith(".tmp"));
    } finally {
      exit(directory, "umount", disk.toString());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> ReportWriter.write(file.resolve("run"), Pages.one()))
        .isInstanceOf(IncompleteReportException.class)
        .hasMessageContaining(file.resolve("run").toString());
  }

  @Test
  void latestLeadsToTheLastRunAndOnlyALinkIsReplaced() throws Exception {
    Path first = Files.createDirectory(directory.resolve("first"));
    Path second = Files.createDirectory(directory.resolve("second"));
    LatestLink.to(first);
    LatestLink.to(second);
    Path latest = directory.resolve("latest");
    assertThat(Files.readSymbolicLink(latest)).isEqualTo(Path.of("second"));
    assertThat(names(directory)).containsExactly("first", "latest", "second");
    Files.delete(latest);
    Files.writeString(latest, "mine");
    assertThatThrownBy(() -> LatestLink.to(first)).hasMessageContaining("is not a link");
    assertThat(latest).hasContent("mine");
  }

  private static int exit(Path directory, String... command) throws Exception {
    return new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start().waitFor();
  }

  private static List<String> names(Path folder) throws Exception {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(each -> names.add(each.getFileName().toString()));
    }
    names.sort(null);
    return names;
  }
}
