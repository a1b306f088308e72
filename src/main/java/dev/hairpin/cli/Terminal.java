package dev.hairpin.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** What standard output is. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether colour and live progress are welcome: on a terminal, and never under {@code NO_COLOR}.
   */
  static boolean lively() {
    return System.console() != null
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(System.getenv("TERM"));
  }

  static ColorScheme scheme() {
    return picocli.CommandLine.Help.defaultColorScheme(lively() ? Ansi.ON : Ansi.OFF);
  }
}
