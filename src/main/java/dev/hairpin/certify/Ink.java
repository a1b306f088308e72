package dev.hairpin.certify;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import dev.hairpin.verdict.Outcome;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How things look on a certificate. */
final class Ink {
  static final Color GOOD = new Color(0x1b, 0x6e, 0x3c);
  static final Color BAD = new Color(0xa3, 0x1d, 0x1d);
  private static final Color ACCEPTED = new Color(0x8a, 0x5a, 0x00);
  private static final Color LINE = new Color(0xc8, 0xc8, 0xc8);
  private static final Color HEAD = new Color(0xee, 0xee, 0xee);

  /** What the standard fonts of PDF have glyphs for. */
  private static final Charset GLYPHS = Charset.forName("windows-1252");

  private Ink() {}

  static Phrase text(String text, float size) {
    return text(text, size, Font.NORMAL, Color.BLACK);
  }

  static Phrase text(String text, float size, int style, Color color) {
    return new Phrase(
        new Chunk(printable(text), FontFactory.getFont(FontFactory.HELVETICA, size, style, color)));
  }

  /** A character without a glyph would be left out silently. */
  private static String printable(String text) {
    try {
      ByteBuffer bytes =
          GLYPHS
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .onMalformedInput(CodingErrorAction.REPLACE)
              .encode(CharBuffer.wrap(text));
      return GLYPHS.decode(bytes).toString();
    } catch (java.nio.charset.CharacterCodingException impossible) {
      return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }
  }

  /** No outcome but passed is quieter than a failure. */
  static Color of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> GOOD;
      case WAIVED -> ACCEPTED;
      case FAILED, INCONCLUSIVE, SKIPPED -> BAD;
    };
  }

  static PdfPCell cell(Phrase phrase) {
    PdfPCell cell = new PdfPCell(phrase);
    cell.setPadding(2);
    cell.setPaddingBottom(3);
    cell.setBorderColor(LINE);
    cell.setBorderWidth(0.4f);
    return cell;
  }

  static PdfPCell head(String text) {
    PdfPCell cell = cell(text(text, 7.5f, Font.BOLD, Color.BLACK));
    cell.setBackgroundColor(HEAD);
    return cell;
  }
}
