package dev.hairpin.certify;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.PdfPTable;
import dev.hairpin.report.CheckResult;
import dev.hairpin.report.LabInfo;
import dev.hairpin.report.Rejudged;
import dev.hairpin.report.Results;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks by the uplinks, with what each came to and what it rests on. */
final class Matrix {
  private static final float SIZE = 7;

  private final CertificateFacts facts;
  private final List<String> uplinks;

  private Matrix(CertificateFacts facts) {
    this.facts = facts;
    this.uplinks = facts.results().lab().uplinks().stream().map(LabInfo.Uplink::name).toList();
  }

  static PdfPTable of(CertificateFacts facts) {
    return new Matrix(facts).table();
  }

  private PdfPTable table() {
    float[] widths = new float[2 + uplinks.size()];
    widths[0] = 5;
    widths[1] = 11;
    for (int index = 2; index < widths.length; index++) {
      widths[index] = 4.5f;
    }
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    table.addCell(Ink.head("Check"));
    table.addCell(Ink.head("Claim"));
    uplinks.forEach(each -> table.addCell(Ink.head(each)));
    ids().forEach(id -> row(id, table));
    return table;
  }

  /** Those of the profile, then whatever else was found. */
  private Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>(facts.profile().checks());
    facts.results().checks().forEach(each -> ids.add(each.id()));
    return ids;
  }

  private void row(String id, PdfPTable table) {
    Results results = facts.results();
    table.addCell(Ink.cell(Ink.text(id, SIZE)));
    table.addCell(
        Ink.cell(
            Ink.text(
                results.checks().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .map(CheckResult::scenario)
                    .orElse(""),
                SIZE)));
    for (String uplink : uplinks) {
      Optional<CheckResult> check =
          results.checks().stream()
              .filter(each -> each.id().equals(id) && each.uplink().equals(uplink))
              .findFirst();
      table.addCell(
          Ink.cell(
              check
                  .map(each -> Ink.text(words(each), SIZE, Font.BOLD, Ink.of(each.outcome())))
                  .orElseGet(() -> Ink.text("not run", SIZE, Font.BOLD, Ink.BAD))));
    }
  }

  private String words(CheckResult check) {
    String outcome =
        check.outcome().id() + check.diagnosis().map(each -> ", " + each.id()).orElse("");
    return facts.rejudged().stream()
        .filter(each -> each.check().equals(check.id()) && each.uplink().equals(check.uplink()))
        .findFirst()
        .map(each -> outcome + mark(each))
        .orElse(outcome);
  }

  /** What the legend explains. */
  private static String mark(Rejudged check) {
    if (check.fault().isPresent()) {
      return " (!)";
    }
    return switch (check.basis()) {
      case FRAMES -> " (f)";
      case BOTH -> " (f+w)";
      case WORDS -> " (w)";
    };
  }

  static final String LEGEND =
      "(f) follows again from the captured frames alone, (f+w) from frames and from recorded words"
          + " of the switch, the host's kernel, the guests or this program, (w) from such words"
          + " alone, (!) does not follow.";
}
