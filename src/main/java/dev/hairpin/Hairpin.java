package dev.hairpin;

import dev.hairpin.cli.Main;

/** The program's entry. */
public final class Hairpin {
  private Hairpin() {}

  /** Runs a command and ends with its exit status. */
  public static void main(String[] arguments) {
    System.exit(Main.run(arguments));
  }
}
