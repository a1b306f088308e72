package dev.hairpin.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The trends as a page. */
public final class TrendsHtml {
  private TrendsHtml() {}

  /** Writes the page, whole or not at all. */
  public static void write(List<Trend> trends, Path file) throws IOException {
    AtomicFile.write(file.toAbsolutePath(), page(trends));
  }

  static String page(List<Trend> trends) {
    return Template.of("trends.jte", new TrendsPage(trends));
  }
}
