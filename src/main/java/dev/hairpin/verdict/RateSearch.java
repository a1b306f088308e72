package dev.hairpin.verdict;

import java.util.Optional;

/**
 * Searches the highest rate at which nothing is lost (RFC 2544 section 26.1): first at full speed,
 * then at the slowest rate, then between one that held and one that didn't.
 */
public final class RateSearch {
  private static final double CLOSE_ENOUGH = 1.1;

  private RateSearch() {}

  /**
   * One trial.
   *
   * @param rate at which frames really went, frames a second
   * @param held whether nothing was lost
   */
  public record Tried<T>(double rate, boolean held, T what) {}

  /** Makes a trial at a rate. */
  @FunctionalInterface
  public interface Offer<T, E extends Exception> {
    /** At most at this many frames a second. */
    Tried<T> at(double rate) throws E, InterruptedException;
  }

  /**
   * What was found.
   *
   * @param best the fastest trial that held; none when even the slowest didn't
   * @param fullSpeed the trial at full speed
   * @param decisive the trial that says what came of the search: the best, or the slowest where
   *     none held
   * @param trials how many were made
   */
  public record Found<T>(
      Optional<Tried<T>> best, Tried<T> fullSpeed, Tried<T> decisive, int trials) {}

  /**
   * Searches.
   *
   * @param slowest the rate below which nothing is tried
   * @param most how many trials are made, from 2 up
   */
  public static <T, E extends Exception> Found<T> find(Offer<T, E> offer, double slowest, int most)
      throws E, InterruptedException {
    Tried<T> fullSpeed = offer.at(Double.POSITIVE_INFINITY);
    if (fullSpeed.held()) {
      return new Found<>(Optional.of(fullSpeed), fullSpeed, fullSpeed, 1);
    }
    Tried<T> slow = offer.at(slowest);
    if (!slow.held()) {
      return new Found<>(Optional.empty(), fullSpeed, slow, 2);
    }
    Tried<T> best = slow;
    double low = slowest;
    double high = Math.max(slowest, fullSpeed.rate());
    int trials = 2;
    while (trials < most && high / low > CLOSE_ENOUGH) {
      double middle = Math.sqrt(low * high);
      Tried<T> tried = offer.at(middle);
      trials++;
      if (tried.held()) {
        best = tried;
        low = middle;
      } else {
        high = middle;
      }
    }
    return new Found<>(Optional.of(best), fullSpeed, best, trials);
  }
}
