package dev.hairpin.report;

/** Text that may stand in XML 1.0 and HTML, whatever a switch or a lab file put into it. */
final class XmlText {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /**
   * Replaces what XML cannot carry (section 2.2, {@code Char}): control characters by their
   * pictures, so that they are seen, and the rest by the replacement character; so too what turns
   * the direction of the text around it.
   */
  static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().map(XmlText::legal).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  /** {@link #legal} and escaped, for element content and quoted attributes. */
  static String escaped(String text) {
    return legal(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static int legal(int point) {
    if (point == '\t' || point == '\n' || point == '\r') {
      return point;
    }
    if (point < 0x20) {
      return CONTROL_PICTURES + point;
    }
    boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
    boolean c1 = point >= 0x7F && point <= 0x9F;
    boolean turnsText =
        (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return surrogate || c1 || turnsText || point == 0xFFFE || point == 0xFFFF ? REPLACEMENT : point;
  }
}
