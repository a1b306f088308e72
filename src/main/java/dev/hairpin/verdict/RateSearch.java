package dev.hairpin.verdict;

import java.util.Optional;

/**
 * Searches the highest rate at which nothing is lost (RFC 2544 section 26.1): first at full speed,
 * then at the slowest rate, then between one that held and one that didn't. What didn't hold is
 * tried once more before nothing above it is: a machine that is busy for a moment must not lower
 * the figure for good.
 */
public final class RateSearch {
  private static final double CLOSE_ENOUGH = 1.1;

  private RateSearch() {}

  /** What a trial showed. */
  public enum Result {
    /** Nothing was lost. */
    HELD,
    /** Something was. */
    LOST,
    /** The frames could not be offered at that rate: it shows nothing of the rate. */
    NOT_OFFERED
  }

  /**
   * One trial.
   *
   * @param rate at which frames really went, frames a second
   */
  public record Tried<T>(double rate, Result result, T what) {
    boolean held() {
      return result == Result.HELD;
    }
  }

  /** Makes a trial at a rate. */
  @FunctionalInterface
  public interface Offer<T, E extends Exception> {
    /** At this many frames a second. */
    Tried<T> at(double rate) throws E, InterruptedException;
  }

  /**
   * What was found.
   *
   * @param best the fastest trial that held; none when even the slowest didn't
   * @param fullSpeed the trial at full speed
   * @param decisive the trial that says what came of the search: the best, or the slowest where
   *     none held
   * @param notOffered the trial above the best that bounds it, where its rate could not be offered
   * @param trials how many were made
   * @param heldAgain how many trials didn't hold and did when they were repeated
   */
  public record Found<T>(
      Optional<Tried<T>> best,
      Tried<T> fullSpeed,
      Tried<T> decisive,
      Optional<Tried<T>> notOffered,
      int trials,
      int heldAgain) {}

  /**
   * Searches.
   *
   * @param slowest the rate below which nothing is tried
   * @param most how many trials are made, from 4 up
   */
  public static <T, E extends Exception> Found<T> find(Offer<T, E> offer, double slowest, int most)
      throws E, InterruptedException {
    return new Search<>(offer, most).find(slowest);
  }

  /** One search. */
  private static final class Search<T, E extends Exception> {
    private final Offer<T, E> offer;
    private final int most;
    private int trials;
    private int heldAgain;

    Search(Offer<T, E> offer, int most) {
      this.offer = offer;
      this.most = most;
    }

    Found<T> find(double slowest) throws E, InterruptedException {
      Tried<T> fullSpeed = confirmed(Double.POSITIVE_INFINITY);
      if (fullSpeed.held()) {
        return found(Optional.of(fullSpeed), fullSpeed, fullSpeed, Optional.empty());
      }
      Tried<T> slow = confirmed(slowest);
      if (!slow.held()) {
        return found(Optional.empty(), fullSpeed, slow, notOffered(slow));
      }
      Tried<T> best = slow;
      Optional<Tried<T>> ceiling = Optional.empty();
      double low = slowest;
      double high = Math.max(slowest, fullSpeed.rate());
      while (trials + 1 < most && high / low > CLOSE_ENOUGH) {
        double middle = Math.sqrt(low * high);
        Tried<T> tried = confirmed(middle);
        if (tried.held()) {
          best = tried;
          low = middle;
        } else {
          ceiling = notOffered(tried);
          high = middle;
        }
      }
      return found(Optional.of(best), fullSpeed, best, ceiling);
    }

    private Tried<T> confirmed(double rate) throws E, InterruptedException {
      trials++;
      Tried<T> first = offer.at(rate);
      if (first.result() != Result.LOST) {
        return first;
      }
      trials++;
      Tried<T> second = offer.at(rate);
      if (second.held()) {
        heldAgain++;
      }
      return second.result() == Result.NOT_OFFERED ? first : second;
    }

    private static <T> Optional<Tried<T>> notOffered(Tried<T> tried) {
      return Optional.of(tried).filter(each -> each.result() == Result.NOT_OFFERED);
    }

    private Found<T> found(
        Optional<Tried<T>> best,
        Tried<T> fullSpeed,
        Tried<T> decisive,
        Optional<Tried<T>> notOffered) {
      return new Found<>(best, fullSpeed, decisive, notOffered, trials, heldAgain);
    }
  }
}
