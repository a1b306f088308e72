package dev.hairpin.verdict;

import java.util.Optional;

/**
 * Searches the highest rate at which nothing is lost (RFC 2544 section 26.1): first at full speed,
 * then by halving the distance between a rate that held and one that didn't.
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
   * @param last the trial made last
   * @param trials how many were made
   */
  public record Found<T>(Optional<Tried<T>> best, Tried<T> fullSpeed, Tried<T> last, int trials) {}

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
    double low = slowest;
    double high = Math.max(slowest, fullSpeed.rate());
    Optional<Tried<T>> best = Optional.empty();
    Tried<T> last = fullSpeed;
    int trials = 1;
    // The last trial is kept for the slowest rate, should no other hold.
    while (trials < most - 1 && high / low > CLOSE_ENOUGH) {
      double middle = Math.sqrt(low * high);
      last = offer.at(middle);
      trials++;
      if (last.held()) {
        best = Optional.of(last);
        low = middle;
      } else {
        high = middle;
      }
    }
    if (best.isEmpty()) {
      last = offer.at(slowest);
      trials++;
      best = last.held() ? Optional.of(last) : Optional.empty();
    }
    return new Found<>(best, fullSpeed, last, trials);
  }
}
