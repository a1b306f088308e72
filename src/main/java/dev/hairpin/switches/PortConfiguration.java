package dev.hairpin.switches;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a port's configuration is shown.
 *
 * @param command has the port in it
 * @param ignore lines in which one of these is found say nothing of the port: times, say
 */
public record PortConfiguration(String command, List<Pattern> ignore) {
  /** The answer without the lines that say nothing. */
  String of(CliAnswer answer) {
    return String.join(
        "\n",
        answer.lines().stream()
            .filter(line -> ignore.stream().noneMatch(each -> Found.in(each, line)))
            .toList());
  }
}
