package dev.hairpin.switches;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One command of a profile.
 *
 * @param command may hold placeholders
 * @param expect must be found in the answer (multi-line mode); an answer without it is a refusal
 * @param patience how long the answer is waited for, where the usual time is too short
 */
public record CliStep(String command, Optional<Pattern> expect, Optional<Duration> patience) {
  /** A command whose answer needs no more than to be no error. */
  public static CliStep of(String command) {
    return new CliStep(command, Optional.empty(), Optional.empty());
  }

  /** Several of those. */
  public static List<CliStep> all(List<String> commands) {
    return commands.stream().map(CliStep::of).toList();
  }
}
