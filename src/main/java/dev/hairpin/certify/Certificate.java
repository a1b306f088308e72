package dev.hairpin.certify;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import dev.hairpin.report.LabInfo;
import dev.hairpin.report.Results;
import dev.hairpin.verdict.Outcome;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A certificate as PDF: a page or two to file, with the matrix. The bundle has the evidence. */
final class Certificate {
  /** Its name in a bundle. */
  static final String FILE = "certificate.pdf";

  private static final float MARGIN = 40;
  private static final float TEXT = 8;
  private static final int LISTED = 12;
  private static final int LONGEST = 400;

  private final CertificateFacts facts;
  private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);

  private Certificate(CertificateFacts facts) {
    this.facts = facts;
  }

  static void write(CertificateFacts facts, Path bundle) throws IOException {
    // There is no screen, and nothing of AWT is wanted but colours.
    System.setProperty("java.awt.headless", "true");
    try (OutputStream out = Files.newOutputStream(bundle.resolve(FILE))) {
      new Certificate(facts).write(out);
    } catch (DocumentException broken) {
      throw new IOException("the certificate can't be made: " + broken.getMessage(), broken);
    }
  }

  private void write(OutputStream out) {
    PdfWriter.getInstance(document, out);
    document.addTitle(title() + ", " + facts.results().lab().name());
    document.addCreator("hairpin " + facts.results().run().version());
    document.open();
    paragraph(Ink.text(title(), 20, Font.BOLD, colour()), 0);
    paragraph(Ink.text(facts.standing().sentence(facts.profile()), 11, Font.BOLD, colour()), 4);
    document.add(tested());
    listed("Against it", facts.standing().against(), Ink.BAD);
    listed(
        "Failures that are accepted here (waived)",
        facts.standing().waived(),
        Ink.of(Outcome.WAIVED));
    paragraph(Ink.text("Matrix", 10, Font.BOLD, Color.BLACK), 6);
    PdfPTable matrix = Matrix.of(facts);
    matrix.setSpacingBefore(4);
    document.add(matrix);
    paragraph(Ink.text(Matrix.LEGEND, 7), 3);
    seal();
    document.close();
  }

  private String title() {
    return facts.standing().certified() ? "Certificate" : "No certificate";
  }

  private Color colour() {
    return facts.standing().certified() ? Ink.GOOD : Ink.BAD;
  }

  private PdfPTable tested() {
    Results results = facts.results();
    PdfPTable table = new PdfPTable(new float[] {2, 9});
    table.setWidthPercentage(100);
    table.setSpacingBefore(8);
    row(table, "Lab", "%s, run %s".formatted(results.lab().name(), results.run().id()));
    row(
        table,
        "Tested",
        "%s to %s"
            .formatted(
                results.run().started().truncatedTo(ChronoUnit.SECONDS),
                results.run().finished().truncatedTo(ChronoUnit.SECONDS)));
    row(
        table,
        "KVM host",
        "kernel %s, guests on %s"
            .formatted(results.lab().host().kernel(), results.lab().host().accelerator()));
    for (LabInfo.Uplink each : results.lab().uplinks()) {
      row(table, "Uplink " + each.name(), uplink(each));
    }
    row(table, "Made with", versions());
    row(
        table,
        "Signature",
        "Ed25519, key %s. SHA-256 of results.json: %s"
            .formatted(facts.fingerprint(), facts.digest()));
    return table;
  }

  private String uplink(LabInfo.Uplink uplink) {
    LabInfo.Switch at = uplink.switchInfo();
    return "NIC %s (driver %s) to port %s of switch %s: %s. Spoken to by %s, with profile %s (%s)"
        .formatted(
            uplink.nic(),
            uplink.driver(),
            uplink.port(),
            at.name(),
            at.system(),
            at.control(),
            at.profile(),
            facts.profiles().getOrDefault(at.profile(), "standing unknown"));
  }

  private String versions() {
    return facts.versions().entrySet().stream()
        .filter(each -> !each.getKey().startsWith("library "))
        .map(each -> each.getKey() + " " + each.getValue())
        .reduce((one, other) -> one + "; " + other)
        .orElse("");
  }

  private static void row(PdfPTable table, String what, String text) {
    table.addCell(Ink.head(what));
    table.addCell(Ink.cell(Ink.text(shortened(text), TEXT)));
  }

  private void listed(String title, List<String> items, Color colour) {
    if (items.isEmpty()) {
      return;
    }
    paragraph(Ink.text(title, 10, Font.BOLD, colour), 6);
    items.stream()
        .limit(LISTED)
        .forEach(
            each -> paragraph(Ink.text("\u2022 " + shortened(each), TEXT, Font.BOLD, colour), 1));
    if (items.size() > LISTED) {
      paragraph(
          Ink.text(
              "and %d more, in the matrix".formatted(items.size() - LISTED),
              TEXT,
              Font.BOLD,
              colour),
          1);
    }
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }

  private void seal() {
    paragraph(
        Ink.text(
            "This page is a summary of a bundle, and worth what the bundle is: 'hairpin report"
                + " verify BUNDLE' checks its digests and its signature, and judges every verdict"
                + " again from the evidence.",
            7),
        6);
  }

  private void paragraph(Phrase phrase, float before) {
    Paragraph paragraph = new Paragraph(phrase);
    paragraph.setSpacingBefore(before);
    paragraph.setLeading(phrase.getFont() == null ? 10 : Math.max(10, leading(phrase)));
    document.add(paragraph);
  }

  private static float leading(Phrase phrase) {
    return ((com.lowagie.text.Chunk) phrase.get(0)).getFont().getSize() * 1.3f;
  }
}
