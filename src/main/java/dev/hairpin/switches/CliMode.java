package dev.hairpin.switches;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A mode of a command line.
 *
 * @param name as the profile calls it
 * @param prompt found in the prompt in this mode and in no other
 * @param leave the commands that lead out of it and keep nothing that was not committed
 */
public record CliMode(String name, Pattern prompt, List<String> leave) {}
