package dev.hairpin.report;

/** {@code report.html}: one file that opens without a network. */
public final class ReportHtml {
  /** Its name in a run's folder. */
  public static final String NAME = "report.html";

  private ReportHtml() {}

  /** The page, UTF-8. */
  public static String write(Results results) {
    return Template.of("report.jte", new ReportPage(results));
  }
}
