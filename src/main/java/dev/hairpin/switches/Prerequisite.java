package dev.hairpin.switches;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a port must have set before its reflective relay can be turned on, and gets back after.
 *
 * @param name for people, and in journals: letters, digits, blanks and {@code -}
 * @param command shows what is set
 * @param found matches the answer where something is set (multi-line mode); its group {@code was}
 *     is what
 * @param wanted what it must be
 * @param set sets it
 * @param undo sets it to {@code {was}}
 * @param undoAbsent takes it away, where nothing was set before
 */
public record Prerequisite(
    String name,
    String command,
    Pattern found,
    String wanted,
    List<CliStep> set,
    List<CliStep> undo,
    List<CliStep> undoAbsent) {
  /** The group of {@code found} that gives the value. */
  static final String WAS = "was";
}
