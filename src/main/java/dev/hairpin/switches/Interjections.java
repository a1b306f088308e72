package dev.hairpin.switches;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a command line asks for in the middle of a command, and what it is told then: only what the
 * profile says, never a guess.
 *
 * @param pager of systems whose paging can't be turned off
 * @param questions each with its fixed answer
 */
public record Interjections(Optional<Pager> pager, List<Question> questions) {
  /** A command line that never asks. */
  public static final Interjections NONE = new Interjections(Optional.empty(), List.of());

  /**
   * A pager.
   *
   * @param prompt found at the end of the last line while it waits
   * @param key what is pressed then; no Enter follows
   */
  public record Pager(Pattern prompt, String key) {}

  /**
   * A question.
   *
   * @param question found at the end of the last line while it waits
   * @param answer what is typed, Enter after it
   */
  public record Question(Pattern question, String answer) {}
}
