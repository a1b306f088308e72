package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class Utf8PiecesPropertyTest {
  /**
   * What Java makes of all octets at once; what is cut at the very end may still be outstanding.
   */
  @Property
  void piecesAreReadAsTheWholeIs(
      @ForAll @Size(max = 40) byte[] octets, @ForAll @IntRange(min = 1, max = 9) int length) {
    String whole = new String(octets, StandardCharsets.UTF_8);
    assertThat(whole).startsWith(inPieces(octets, length));
  }

  @Property
  void nothingOfATextIsOutstanding(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 9) int length) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    assertThat(inPieces(octets, length)).isEqualTo(new String(octets, StandardCharsets.UTF_8));
  }

  private static String inPieces(byte[] octets, int length) {
    Utf8Pieces pieces = new Utf8Pieces();
    StringBuilder read = new StringBuilder();
    for (int from = 0; from < octets.length; from += length) {
      int to = Math.min(octets.length, from + length);
      read.append(pieces.next(Arrays.copyOfRange(octets, from, to)));
    }
    return read.toString();
  }
}
