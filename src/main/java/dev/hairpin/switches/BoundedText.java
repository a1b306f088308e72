package dev.hairpin.switches;

/**
 * A text that lets itself be read a limited number of times, so that an expression out of a file,
 * {@code (a+)+b} say, can't keep a matcher busy for ever.
 */
final class BoundedText implements CharSequence {
  private static final int READS = 100_000;
  // Simple expressions look at each character a few times; only a runaway one needs more.
  private static final int READS_PER_CHARACTER = 100;

  private final String text;
  private long left;

  BoundedText(String text) {
    this.text = text;
    this.left = READS + (long) READS_PER_CHARACTER * text.length();
  }

  @Override
  public char charAt(int index) {
    if (left-- <= 0) {
      throw new TooLongException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** The matcher was stopped. */
  static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
