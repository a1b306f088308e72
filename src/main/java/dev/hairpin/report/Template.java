package dev.hairpin.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Fills templates; each page is one file that opens without a network. */
final class Template {
  private static final String TEMPLATES = "dev.hairpin.report.templates";

  private Template() {}

  static String of(String template, Object page) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Template.class.getClassLoader(), TEMPLATES);
    StringOutput text = new StringOutput();
    engine.render(template, page, text);
    return XmlText.legal(text.toString());
  }
}
