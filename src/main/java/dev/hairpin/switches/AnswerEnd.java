package dev.hairpin.switches;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Judges whether the answer to a command is whole, and how sure that is: as the quiet that must
 * follow before it is believed. A prompt that is known, after the command's echo, is believed at
 * once; so a command costs no more than the device takes. Whether a device echoes at all is learned
 * from its first answers.
 */
final class AnswerEnd {
  /** The answer goes on. */
  static final long NOT_YET = Long.MAX_VALUE;

  private static final long MILLISECOND = 1_000_000;
  // A line that fits the pattern, but was never seen: could be the beginning of a longer line.
  private static final long NEW_PROMPT = 50 * MILLISECOND;
  // The echo is missing: the prompt may be one that a log message had the device print again.
  private static final long NO_ECHO = 250 * MILLISECOND;
  // A log message was printed after the prompt, and the prompt not printed again.
  private static final long COVERED_PROMPT = 500 * MILLISECOND;

  private static final Pattern PASSWORD = Pattern.compile("(?i)(password|passphrase)[^:]*:\\s*$");

  private enum Echo {
    UNKNOWN,
    THERE,
    MISSING
  }

  private final PromptPattern prompt;
  private Echo habit = Echo.UNKNOWN;
  private String command = "";

  AnswerEnd(PromptPattern prompt) {
    this.prompt = prompt;
  }

  /** From now on the answer to this command is judged; empty for what no device echoes. */
  void expect(String sent) {
    command = sent.strip();
  }

  /** How long it must stay quiet, in nanoseconds, before the answer is whole. */
  long quietNeeded(TerminalText text) {
    int echo = echoAt(text.lines());
    boolean inAnswer = echo >= 0 || command.isEmpty() || habit == Echo.MISSING;
    String last = text.current();
    if (prompt.ends(last)) {
      if (!inAnswer) {
        return NO_ECHO;
      }
      return prompt.knows(last) ? 0 : NEW_PROMPT;
    }
    if (asksPassword(last)) {
      return NEW_PROMPT;
    }
    if (inAnswer && (coveredAt(text.lines(), echo) >= 0 || prompt.begins(last))) {
      return COVERED_PROMPT;
    }
    return NOT_YET;
  }

  /** The answer's lines, without echo and prompt; learns from them. */
  List<String> answer(TerminalText text) {
    List<String> lines = text.lines();
    int echo = echoAt(lines);
    if (!command.isEmpty() && (habit == Echo.UNKNOWN || echo >= 0)) {
      habit = echo >= 0 ? Echo.THERE : Echo.MISSING;
    }
    int end = lines.size();
    if (prompt.ends(text.current())) {
      prompt.learn(text.current());
    } else {
      int covered = coveredAt(lines, echo);
      end = covered >= 0 ? covered : end;
    }
    return List.copyOf(lines.subList(echo + 1, end));
  }

  static boolean asksPassword(String line) {
    return PASSWORD.matcher(line).find();
  }

  private int echoAt(List<String> lines) {
    if (command.isEmpty()) {
      return -1;
    }
    for (int index = 0; index < lines.size(); index++) {
      if (lines.get(index).stripTrailing().endsWith(command)) {
        return index;
      }
    }
    return -1;
  }

  private int coveredAt(List<String> lines, int echo) {
    for (int index = echo + 1; index < lines.size(); index++) {
      if (prompt.begins(lines.get(index))) {
        return index;
      }
    }
    return -1;
  }
}
