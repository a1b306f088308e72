package dev.hairpin.switches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges whether the answer to a command is whole, and how sure that is: as the quiet that must
 * follow before it is believed. A prompt that is known, after the command's echo, is believed at
 * once; so a command costs no more than the device takes. Whether a device echoes at all is learned
 * from its first answers. Each line is looked at once, however often an answer grows.
 */
final class AnswerEnd {
  /** The answer goes on. */
  static final long NOT_YET = Long.MAX_VALUE;

  private static final long MILLISECOND = 1_000_000;
  // A pager prints its line in one go; a key that comes too soon is kept by the device anyway.
  private static final long PAGER = 10 * MILLISECOND;
  private static final long GREETING = 80 * MILLISECOND;
  // A line that fits the pattern, but was never seen: could be the beginning of a longer line.
  private static final long NEW_PROMPT = 50 * MILLISECOND;
  // The echo is missing: the prompt may be one that a log message had the device print again.
  private static final long NO_ECHO = 250 * MILLISECOND;
  // A log message was printed after the prompt, and the prompt not printed again.
  private static final long COVERED_PROMPT = 500 * MILLISECOND;

  private static final Pattern PASSWORD = Pattern.compile("(?i)(password|passphrase)[^:]*:\\s*$");
  // Some line editors scroll a long line sideways, and show by a sign that its beginning is gone.
  private static final Pattern SCROLLED = Pattern.compile("[>#$%\\]]\\s*[$<](.{8,})$");
  // A terminal is at least so wide; a shorter command is echoed in one line, or two.
  private static final int NARROWEST = 20;
  // So many lines of messages may come between a command and its echo.
  private static final int LATEST_ECHO = 200;

  private enum Echo {
    UNKNOWN,
    THERE,
    MISSING
  }

  private final PromptPattern prompt;
  private final Interjections interjections;
  private Echo habit = Echo.UNKNOWN;
  private String command = "";
  private String commandBare = "";
  private int echoAt;
  private int coveredAt;
  private int looked;
  private int answeredAt;

  AnswerEnd(PromptPattern prompt, Interjections interjections) {
    this.prompt = prompt;
    this.interjections = interjections;
    expect("");
  }

  /** From now on the answer to this command is judged; empty for what no device echoes. */
  void expect(String sent) {
    command = sent.strip();
    commandBare = bare(command);
    echoAt = -1;
    coveredAt = -1;
    looked = 0;
    answeredAt = -1;
  }

  /** How long it must stay quiet, in nanoseconds, before the answer is whole. */
  long quietNeeded(TerminalText text) {
    look(text.lines());
    boolean inAnswer = echoAt >= 0 || command.isEmpty() || habit == Echo.MISSING;
    String last = text.current();
    boolean isPrompt = prompt.ends(last);
    if (isPrompt && prompt.knows(last)) {
      return inAnswer ? 0 : NO_ECHO;
    }
    if (pagerAt(last) >= 0) {
      return PAGER;
    }
    if (question(text).isPresent()) {
      return NEW_PROMPT;
    }
    if (isPrompt) {
      return inAnswer ? NEW_PROMPT : NO_ECHO;
    }
    if (asksPassword(last)) {
      return NEW_PROMPT;
    }
    if (inAnswer && (coveredAt >= 0 || prompt.begins(last))) {
      return COVERED_PROMPT;
    }
    return NOT_YET;
  }

  /** The same before any command was sent: what looks like a prompt may be a line of a banner. */
  long quietNeededOfGreeting(TerminalText text) {
    String last = text.current();
    if (pagerAt(last) >= 0) {
      return PAGER;
    }
    return question(text).isPresent() || prompt.ends(last) ? GREETING : NOT_YET;
  }

  /**
   * The key that the pager waits for, where the answer has come to one; its text is then no part of
   * the answer any more.
   */
  Optional<String> turnPage(TerminalText text) {
    String last = text.current();
    int pager = isKnownPrompt(last) ? -1 : pagerAt(last);
    if (pager < 0) {
      return Optional.empty();
    }
    text.dropPager(pager);
    return interjections.pager().map(Interjections.Pager::key);
  }

  /** The question that the answer has come to; each is given once. */
  Optional<Interjections.Question> takeQuestion(TerminalText text) {
    if (isKnownPrompt(text.current())) {
      return Optional.empty();
    }
    Optional<Interjections.Question> asked = question(text);
    if (asked.isPresent()) {
      answeredAt = text.lines().size();
    }
    return asked;
  }

  /** The answer's lines, without echo and prompt; learns from them. */
  List<String> answer(TerminalText text) {
    List<String> lines = text.lines();
    look(lines);
    if (!command.isEmpty() && (habit == Echo.UNKNOWN || echoAt >= 0)) {
      habit = echoAt >= 0 ? Echo.THERE : Echo.MISSING;
    }
    int end = lines.size();
    if (prompt.ends(text.current())) {
      prompt.learn(text.current());
    } else if (coveredAt >= 0) {
      end = coveredAt;
    }
    return List.copyOf(lines.subList(Math.min(echoAt + 1, end), end));
  }

  static boolean asksPassword(String line) {
    return Finding.atEnd(PASSWORD, line, PromptPattern.LONGEST) >= 0;
  }

  private boolean isKnownPrompt(String line) {
    return prompt.knows(line) && prompt.ends(line);
  }

  private int pagerAt(String line) {
    return interjections
        .pager()
        .map(pager -> Finding.atEnd(pager.prompt(), line, PromptPattern.LONGEST))
        .orElse(-1);
  }

  private Optional<Interjections.Question> question(TerminalText text) {
    String last = text.current();
    if (last.isBlank() || text.lines().size() <= answeredAt) {
      return Optional.empty();
    }
    return interjections.questions().stream()
        .filter(each -> Finding.atEnd(each.question(), last, PromptPattern.LONGEST) >= 0)
        .findFirst();
  }

  /** Looks at the lines that were ended since the last look. */
  private void look(List<String> lines) {
    for (; looked < lines.size(); looked++) {
      if (!command.isEmpty() && echoAt < 0 && echoes(lines, looked)) {
        echoAt = looked;
        // A prompt before the echo is not the one after the answer.
        coveredAt = -1;
      } else if (coveredAt < 0 && prompt.begins(lines.get(looked))) {
        coveredAt = looked;
      }
    }
  }

  /** Whether the command's echo ends in this line: perhaps begun in one before, or scrolled. */
  private boolean echoes(List<String> lines, int at) {
    String line = lines.get(at).stripTrailing();
    if (line.endsWith(command)) {
      return true;
    }
    if (at > LATEST_ECHO) {
      return false;
    }
    Matcher scrolled = SCROLLED.matcher(line);
    if (line.length() <= PromptPattern.LONGEST
        && scrolled.find()
        && command.endsWith(scrolled.group(1))) {
      return true;
    }
    int most = commandBare.length() / NARROWEST + 1;
    List<String> parts = new ArrayList<>();
    int length = 0;
    for (int index = at; index >= 0 && at - index <= most; index--) {
      String part = bare(lines.get(index));
      parts.add(0, part);
      length += part.length();
      if (length >= commandBare.length()) {
        return String.join("", parts).endsWith(commandBare);
      }
    }
    return false;
  }

  /** Without blanks: a terminal's wrapping adds some, or takes them away. */
  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }
}
