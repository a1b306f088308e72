package dev.hairpin.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** {@code report.html}: one file that opens without a network. */
public final class ReportHtml {
  /** Its name in a run's folder. */
  public static final String NAME = "report.html";

  private static final String TEMPLATES = "dev.hairpin.report.templates";

  private ReportHtml() {}

  /** The page, UTF-8. */
  public static String write(Results results) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReportHtml.class.getClassLoader(), TEMPLATES);
    StringOutput page = new StringOutput();
    engine.render("report.jte", new ReportPage(results), page);
    return XmlText.legal(page.toString());
  }
}
