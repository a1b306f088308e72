package dev.hairpin.switches;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Typing, and waiting for what is said to it: pages are turned and questions answered on the way,
 * as the profile says. Every wait ends, and tells how.
 */
final class CliTalk {
  // An answer that grows is waited for longer than a silence, but not for ever.
  private static final int GROWING = 8;
  private static final Duration MOST_GROWING = Duration.ofMinutes(2);
  // More than any command asks; a question that comes again was not answered well.
  private static final int MOST_QUESTIONS = 10;
  private static final int SAME_QUESTION = 3;

  private final OutputStream keyboard;
  private final ShellOutput output;
  private final AnswerEnd end;
  private final Dialogue dialogue;
  private int logged;

  /** How a wait ended, and what had been said by then. */
  record Heard(ShellOutput.End end, CliAnswer answer) {}

  CliTalk(OutputStream keyboard, ShellOutput output, AnswerEnd end, Dialogue dialogue) {
    this.keyboard = keyboard;
    this.output = output;
    this.end = end;
    this.dialogue = dialogue;
  }

  boolean isClosed() {
    return output.isClosed();
  }

  /** What was said to nobody: log messages, or the end of an answer that came too late. */
  void logBetween() {
    String between = output.take(TerminalText::screen);
    logged = 0;
    if (!between.isBlank()) {
      dialogue.received(between);
    }
  }

  void typeLine(String line) throws IOException {
    dialogue.sent(line);
    type(line + "\n");
  }

  /** What ended the session, when the network did. */
  Optional<IOException> cause() {
    return Optional.ofNullable(output.cause());
  }

  /**
   * Waits for an answer and takes it.
   *
   * @param patience how long something new is waited for
   * @throws IOException when a question can't be answered, since the session ended
   * @throws UnansweredException when a question comes again and again
   */
  Heard listen(ToLongFunction<TerminalText> quietNeeded, Duration patience)
      throws InterruptedException, IOException, UnansweredException {
    long limit = System.nanoTime() + limit(patience).toNanos();
    Map<String, Integer> asked = new HashMap<>();
    int questions = 0;
    int pages = 0;
    while (true) {
      ShellOutput.End why = output.await(quietNeeded, patience, limit);
      if (why == ShellOutput.End.WHOLE) {
        Optional<String> key = output.look(end::turnPage);
        if (key.isPresent()) {
          pages++;
          type(key.get());
          continue;
        }
        Optional<Interjections.Question> question = output.look(this::takeQuestion);
        if (question.isPresent()) {
          questions++;
          String text = question.get().question().toString();
          if (questions > MOST_QUESTIONS || asked.merge(text, 1, Integer::sum) > SAME_QUESTION) {
            throw new UnansweredException(taken(pages));
          }
          typeLine(question.get().answer());
          continue;
        }
      }
      return new Heard(why, taken(pages));
    }
  }

  /** How long an answer may go on in all. */
  static Duration limit(Duration patience) {
    Duration times = patience.multipliedBy(GROWING);
    Duration longest = patience.plus(MOST_GROWING);
    return times.compareTo(longest) < 0 ? times : longest;
  }

  private Optional<Interjections.Question> takeQuestion(TerminalText text) {
    Optional<Interjections.Question> question = end.takeQuestion(text);
    if (question.isPresent()) {
      dialogue.received(text.screen(logged));
      logged = text.lines().size();
    }
    return question;
  }

  private CliAnswer taken(int pages) {
    CliAnswer answer =
        output.take(
            text -> {
              dialogue.received(text.screen(logged));
              return new CliAnswer(end.answer(text), text.current());
            });
    logged = 0;
    if (pages > 0) {
      dialogue.note("turned " + pages + (pages == 1 ? " page" : " pages"));
    }
    return answer;
  }

  private void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  /** The same question came again and again. */
  static final class UnansweredException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CliAnswer answer;

    UnansweredException(CliAnswer answer) {
      super("asked again and again: " + answer.last());
      this.answer = answer;
    }

    List<String> lines() {
      return answer.lines();
    }

    String question() {
      return answer.last().strip();
    }
  }
}
