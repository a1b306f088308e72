package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever a device sends: no hang, no crash, no growth. The time is a bound on a hang only. */
class HostileOutputTest {
  private static final Duration HANG = Duration.ofSeconds(30);

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "\u001b[",
            "\u001b]",
            "\u001bP",
            "\u001b",
            "\u009b",
            "9999",
            ";",
            "C",
            "D",
            "@",
            "P",
            "X",
            "K",
            "1J",
            "H",
            "\r",
            "\n",
            "\b",
            "\0",
            "\u0007",
            " ",
            "sw1# ",
            "--More--",
            "a",
            "[y/n]",
            "\ud800")
        .list()
        .ofMaxSize(300)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 400)
  void anythingInAnyPieces(@ForAll("hostile") String sent, @ForAll int where) {
    PromptPattern prompt = new PromptPattern(Pattern.compile("(\\w+\\s?)+[#>]\\s*$"));
    AnswerEnd end =
        new AnswerEnd(
            prompt,
            new Interjections(
                Optional.of(new Interjections.Pager(Pattern.compile("--More--"), " ")),
                List.of(new Interjections.Question(Pattern.compile("\\[y/n\\]$"), "y"))));
    end.expect("show a");
    int cut = sent.isEmpty() ? 0 : Math.floorMod(where, sent.length());
    TerminalText text = new TerminalText();
    for (String piece : List.of(sent.substring(0, cut), sent.substring(cut))) {
      text.feed(piece);
      end.quietNeeded(text);
      end.turnPage(text);
      end.takeQuestion(text);
    }
    end.answer(text);
    assertThat(text.current().length()).isLessThan(2 * 8192 + 1000 + sent.length());
  }

  @Test
  void memoryIsBoundedWhateverComes() {
    assertTimeoutPreemptively(
        HANG,
        () -> {
          for (String flood :
              List.of(
                  "x".repeat(100), "\u001b[999C\u001b[999@y", "\n", "\u001b[1;1;1;", "\u001b]0;")) {
            TerminalText text = new TerminalText();
            for (int count = 0; count < 100_000; count++) {
              text.feed(flood);
            }
            assertThat(text.screen().length()).isLessThan(TerminalText.MOST_CHARACTERS + 200_000);
            text.clear();
            text.feed("\u0018\nsw1# ");
            assertThat(text.current()).isEqualTo("sw1# ");
          }
        });
  }

  @Test
  void runawayExpressionsComeToAnEnd() {
    assertTimeoutPreemptively(
        HANG,
        () -> {
          Pattern runaway = Pattern.compile("(a+)+b$");
          String line = "a".repeat(400);
          assertThat(new PromptPattern(runaway).ends(line)).isFalse();
          assertThatThrownBy(() -> Finding.in(runaway, line))
              .isInstanceOf(BoundedText.TooLongException.class);
          Pattern deep = Pattern.compile("^(a|b)*c");
          assertThatThrownBy(() -> Finding.in(deep, "ab".repeat(200_000)))
              .isInstanceOf(BoundedText.TooLongException.class);
        });
  }
}
