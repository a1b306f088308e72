package dev.hairpin.switches;

import java.util.regex.Pattern;

/**
 * The state of every port by one command. Its output is cut into sections, one from each match of
 * {@code port} to the next.
 *
 * @param port one group: the port's name (multi-line mode)
 * @param enabled found in the section of a port that is on, and in no other
 */
public record ShowAll(String command, Pattern port, Pattern enabled) {}
