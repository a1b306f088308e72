package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A device that answers each thing typed with a fixed text. */
@Timeout(30)
class CliTalkTest {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final Secrets secrets = new Secrets(Map.of());
  private final Transcript transcript = Transcript.unwritten(secrets);
  private final Excerpt said = transcript.follow("tor1");
  private final PromptPattern prompt =
      new PromptPattern(Pattern.compile("[\\w.:~*@/<\\[ ()-]+[>#\\]]\\s*$"));
  private final Interjections interjections =
      new Interjections(
          Optional.of(new Interjections.Pager(Pattern.compile("--More--.*"), " ")),
          List.of(new Interjections.Question(Pattern.compile("sure\\? \\[Y/N\\]:\\s*$"), "y")));
  private final AnswerEnd end = new AnswerEnd(prompt, interjections);
  private final ShellOutput device = new ShellOutput();
  private final StringBuilder typed = new StringBuilder();

  private CliTalk talk(Map<String, List<String>> answers) throws IOException {
    Map<String, java.util.Iterator<String>> left = new java.util.HashMap<>();
    answers.forEach((key, value) -> left.put(key, value.iterator()));
    ByteArrayOutputStream keyboard =
        new ByteArrayOutputStream() {
          @Override
          public void flush() throws IOException {
            String keys = toString(StandardCharsets.UTF_8);
            reset();
            typed.append(keys);
            if (left.containsKey(keys) && left.get(keys).hasNext()) {
              device.take(left.get(keys).next().getBytes(StandardCharsets.UTF_8));
            }
          }
        };
    return new CliTalk(
        keyboard,
        device,
        end,
        new Dialogue(new Place("tor1", "SSH", "192.0.2.1", 22), transcript, secrets));
  }

  private CliTalk.Heard say(CliTalk talk, String command) throws Exception {
    end.expect(command);
    talk.typeLine(command);
    return talk.listen(end::quietNeeded, PATIENCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r        \r",
        "\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b",
        "\r\u001b[K",
        "\u001b[2K\r",
        "\r\n",
        ""
      })
  void pagesAreTurnedAndLeaveNothingBehind(String erasing) throws Exception {
    CliTalk talk =
        talk(
            Map.of(
                "show\n", List.of("show\r\none\r\n--More--"),
                " ", List.of(erasing + "two\r\n--More--", erasing + "three\r\nsw1# ")));
    CliTalk.Heard heard = say(talk, "show");
    assertThat(heard.end()).isEqualTo(ShellOutput.End.WHOLE);
    assertThat(heard.answer().lines()).containsExactly("one", "two", "three");
    assertThat(heard.answer().last()).isEqualTo("sw1# ");
    assertThat(typed).hasToString("show\n  ");
  }

  @Test
  void aKnownQuestionGetsItsAnswerAndIsInTheTranscript() throws Exception {
    CliTalk talk =
        talk(
            Map.of(
                "reset\n", List.of("reset\r\nAre you sure? [Y/N]:"),
                "y\n", List.of("y\r\ndone\r\nsw1# ")));
    CliTalk.Heard heard = say(talk, "reset");
    assertThat(heard.answer().lines()).endsWith("done");
    assertThat(said.entries())
        .extracting(Transcript.Entry::text)
        .contains("Are you sure? [Y/N]:", "y", "done");
  }

  @Test
  void aQuestionThatComesAgainAndAgainIsNotAnsweredForEver() throws Exception {
    String again = "y\r\nAre you sure? [Y/N]:";
    CliTalk talk =
        talk(
            Map.of(
                "reset\n", List.of("reset\r\nAre you sure? [Y/N]:"),
                "y\n", List.of(again, again, again, again, again)));
    assertThatThrownBy(() -> say(talk, "reset"))
        .isInstanceOf(CliTalk.UnansweredException.class)
        .hasMessageContaining("Are you sure?");
    assertThat(typed).hasToString("reset\ny\ny\ny\n");
  }

  @Test
  void anUnknownQuestionIsNeverAnswered() throws Exception {
    CliTalk talk = talk(Map.of("reload\n", List.of("reload\r\nContinue? (y/n): ")));
    CliTalk.Heard heard = say(talk, "reload");
    assertThat(heard.end()).isEqualTo(ShellOutput.End.LATE);
    assertThat(heard.answer().lastSeen()).isEqualTo("'Continue? (y/n):'");
    assertThat(typed).hasToString("reload\n");
  }

  @Test
  void aFloodIsCut() throws Exception {
    CliTalk talk = talk(Map.of());
    end.expect("show");
    Thread flood =
        new Thread(
            () -> {
              byte[] line = ("x".repeat(998) + "\r\n").getBytes(StandardCharsets.UTF_8);
              for (int count = 0; count < 5000; count++) {
                device.take(line);
              }
            });
    flood.setDaemon(true);
    flood.start();
    assertThat(talk.listen(end::quietNeeded, Duration.ofSeconds(10)).end())
        .isEqualTo(ShellOutput.End.TOO_MUCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sw1.lab-2.example#|sw1.lab-2.example(config-if)#",
        "RP/0/RSP0/CPU0:core1#|RP/0/RSP0/CPU0:core1(config)#",
        "* X690-48x.5 #|X690-48x.6 #",
        "[~HUAWEI]|[*HUAWEI-10GE1/0/1]",
        "<Sysname>|[Sysname]",
        "user@host>|user@host#"
      })
  void promptsOfEveryFamilyAreFoundAndCoveredOnesToo(String first, String second) throws Exception {
    CliTalk talk =
        talk(
            Map.of(
                "one\n", List.of("one\r\n{master:0}\r\n" + first + " "),
                "two\n", List.of("two\r\nout\r\n" + second + " "),
                "three\n", List.of("three\r\nout\r\n" + second + "%LOG: up\r\n")));
    assertThat(say(talk, "one").answer().last().strip()).isEqualTo(first);
    assertThat(say(talk, "two").answer().last().strip()).isEqualTo(second);
    CliTalk.Heard covered = say(talk, "three");
    assertThat(covered.end()).isEqualTo(ShellOutput.End.WHOLE);
    assertThat(covered.answer().lines()).containsExactly("out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", " \r", "X\rX"})
  void theEchoOfALongCommandIsFoundHoweverItIsWrapped(String wrap) throws Exception {
    String command =
        "show running-config interface Ethernet1 " + "a".repeat(39) + "Xbcdefghij tail";
    String echo = "sw1# " + command;
    String wrapped =
        wrap.startsWith("X")
            ? echo.substring(0, 80) + echo.charAt(80) + "\r" + echo.substring(80)
            : echo.substring(0, 80) + wrap + echo.substring(80);
    CliTalk talk = talk(Map.of(command + "\n", List.of(wrapped + "\r\nout\r\nsw1# ")));
    CliTalk.Heard heard = say(talk, command);
    assertThat(heard.answer().lines()).containsExactly("out");
  }
}
