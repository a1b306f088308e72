package dev.hairpin.yaml;

import java.util.Comparator;

/**
 * One thing wrong in a file, at its place.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param offending the text that is wrong, as it stands there; empty where there is none, and where
 *     it could be a secret
 * @param message what is wrong and the next step, in one line
 */
public record Fault(int line, int column, String offending, String message)
    implements Comparable<Fault> {

  private static final Comparator<Fault> BY_POSITION =
      Comparator.comparingInt(Fault::line)
          .thenComparingInt(Fault::column)
          .thenComparing(Fault::message)
          .thenComparing(Fault::offending);

  @Override
  public int compareTo(Fault other) {
    return BY_POSITION.compare(this, other);
  }

  /** {@code LINE:COLUMN: message}. */
  @Override
  public String toString() {
    return line + ":" + column + ": " + message;
  }
}
