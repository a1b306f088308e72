package dev.hairpin.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The interoperability matrix as a page. */
public final class MatrixHtml {
  private MatrixHtml() {}

  /** Writes the page, whole or not at all; it links to the runs' reports where they lie. */
  public static void write(Matrix matrix, Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      throw new IOException(file + " is no file. Next: give a file's name to --out");
    }
    Files.createDirectories(folder);
    AtomicFile.write(file.toAbsolutePath(), page(matrix, folder));
  }

  static String page(Matrix matrix, Path folder) {
    return Template.of("matrix.jte", new MatrixPage(matrix, folder));
  }
}
