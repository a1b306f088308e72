package dev.hairpin.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a run's folder. */
public final class ReportWriter {
  private final Path folder;
  private final Map<String, Exception> failures = new LinkedHashMap<>();

  private ReportWriter(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes {@code results.json}, {@code junit.xml} and {@code report.html} into a folder, and last
   * of all {@code SHA256SUMS} of everything that is in it; so evidence, messages and transcript
   * have to be there and closed before. Each file appears whole or not at all, and one that fails
   * does not keep the others from being written.
   *
   * @param folder made where it does not exist
   * @throws IncompleteReportException naming the folder and what is missing, after everything else
   *     was tried
   */
  public static void write(Path folder, Results results) throws IncompleteReportException {
    ReportWriter writer = new ReportWriter(folder);
    writer.step("the folder itself", () -> Files.createDirectories(folder));
    if (writer.failures.isEmpty()) {
      writer.files(results);
    }
    if (!writer.failures.isEmpty()) {
      throw new IncompleteReportException(folder, writer.failures);
    }
  }

  /** Writes the checksums anew, when files were added. */
  public static void sum(Path folder) throws IOException {
    AtomicFile.write(folder.resolve(Sha256Sums.NAME), Sha256Sums.of(folder));
  }

  private void files(Results results) {
    step(
        ResultsJson.NAME,
        () ->
            AtomicFile.write(
                folder.resolve(ResultsJson.NAME), out -> ResultsJson.write(results, out)));
    file(JunitXml.NAME, () -> JunitXml.write(results));
    file(ReportHtml.NAME, () -> ReportHtml.write(results));
    file(Sha256Sums.NAME, () -> Sha256Sums.of(folder));
  }

  private void file(String name, Text text) {
    step(name, () -> AtomicFile.write(folder.resolve(name), text.get()));
  }

  /** A fault of one writer, whatever it is, must not cost the other files. */
  private void step(String name, Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException failure) {
      failures.put(name, failure);
    }
  }

  private interface Text {
    String get() throws IOException;
  }

  private interface Step {
    void run() throws IOException;
  }
}
