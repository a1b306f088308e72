package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
  private static String read(String sent) {
    TerminalText text = new TerminalText();
    text.feed(sent);
    return text.screen();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain|plain",
        "<ESC>[1;32mgreen<ESC>[0m|green",
        "<ESC>[?2004hprompt# |prompt# ",
        "<ESC>]0;a title<BEL>prompt|prompt",
        "<ESC>]0;a title<ESC>\\prompt|prompt",
        "abc<BS><BS>XY|aXY",
        "more--<CR>      <CR>text|text  ",
        "more--<CR><ESC>[Ktext|text",
        "long line<ESC>[1K!|         !",
        "<ESC>[24;1Hsw# <ESC>[24;5Hshow|sw# show",
        "abc<ESC>[2D<ESC>[P|ac",
        "<ESC>(Bascii|ascii",
        "a<CR>b|b"
      })
  void asAPersonWouldReadIt(String sent, String seen) {
    String real =
        sent.replace("<ESC>", "\u001b")
            .replace("<BEL>", "\u0007")
            .replace("<BS>", "\b")
            .replace("<CR>", "\r");
    assertThat(read(real)).isEqualTo(seen);
  }

  @Test
  void linesHoweverTheyEnd() {
    assertThat(read("a\r\nb\nc\r\r\nd\u001bEe")).isEqualTo("a\nb\nc\nd\ne");
  }

  @Property
  void inWhateverPiecesItComes(
      @ForAll @CharRange(from = 1, to = 127) String sent, @ForAll int where) {
    int cut = sent.isEmpty() ? 0 : Math.floorMod(where, sent.length());
    TerminalText pieces = new TerminalText();
    pieces.feed(sent.substring(0, cut));
    pieces.feed(sent.substring(cut));
    assertThat(pieces.screen()).isEqualTo(read(sent));
  }
}
