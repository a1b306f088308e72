package dev.hairpin.verdict;

/**
 * How many copies of a probe are to be seen at one place.
 *
 * @param least 0 up
 * @param most least up; {@link Integer#MAX_VALUE} is no upper limit
 */
public record Quantity(int least, int most) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one of them isn't kept
   */
  public Quantity {
    if (least < 0 || most < least) {
      throw new IllegalArgumentException("no quantity is from " + least + " to " + most);
    }
  }

  /** So many copies. */
  public static Quantity exactly(int count) {
    return new Quantity(count, count);
  }

  /** No copy. */
  public static Quantity none() {
    return exactly(0);
  }

  /** So many copies or fewer. */
  public static Quantity atMost(int count) {
    return new Quantity(0, count);
  }

  /** So many copies or more. */
  public static Quantity atLeast(int count) {
    return new Quantity(count, Integer.MAX_VALUE);
  }

  /** As many copies as may be. */
  public static Quantity any() {
    return atLeast(0);
  }

  boolean exceededBy(int count) {
    return count > most;
  }

  boolean missedBy(int count) {
    return count < least;
  }

  /** Whether a number of copies is as it should be. */
  public boolean allows(int count) {
    return !exceededBy(count) && !missedBy(count);
  }

  /** As part of a sentence: {@code never}, {@code exactly once}, {@code at most 3 times}. */
  @Override
  public String toString() {
    if (most == 0) {
      return "never";
    }
    if (least == most) {
      return "exactly " + times(most);
    }
    if (most == Integer.MAX_VALUE) {
      return least == 0 ? "any number of times" : "at least " + times(least);
    }
    return least == 0 ? "at most " + times(most) : least + " to " + most + " times";
  }

  /** A count in words: {@code not at all}, {@code once}, {@code twice}, {@code 3 times}. */
  static String times(int count) {
    return switch (count) {
      case 0 -> "not at all";
      case 1 -> "once";
      case 2 -> "twice";
      default -> count + " times";
    };
  }
}
