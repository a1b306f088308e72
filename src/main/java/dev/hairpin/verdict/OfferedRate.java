package dev.hairpin.verdict;

import java.util.Locale;

/**
 * The rate at which frames were to be offered, held against the one at which they left the NIC.
 *
 * @param wanted frames a second; endless for full speed
 * @param real frames a second by the stamps of those that left; 0 when that could not be told
 */
public record OfferedRate(double wanted, double real) {
  /**
   * How far the two may lie apart, as a share of the wanted one. The shipped checks ask for 1,000
   * frames a second for a second, and for 500 in a search. On a machine of two processors with
   * several other programs for each, the sender stands still for a fifth of such a second, a few
   * milliseconds at a time; its pace makes up for half of that.
   */
  public static final double TOLERANCE = 0.15;

  /** Whether frames went at the rate that was wanted; a trial without that is none. */
  public boolean met() {
    return Double.isInfinite(wanted) || Math.abs(real / wanted - 1) <= TOLERANCE;
  }

  /**
   * Why nothing can be said of the wanted rate, and what to do.
   *
   * @param times how often it was tried
   */
  public String shortfall(int times) {
    if (!(real > 0)) {
      return "the rate at which they left the NIC could not be told. Next: send more frames";
    }
    String tried =
        "%s frames a second is what this host came to in %d trials".formatted(whole(real), times);
    return real > wanted
        ? tried + ", in bursts. Next: run it again when this machine is less busy"
        : tried
            + ". Next: ask for at most %s frames a second, or run it again when this machine is less busy"
                .formatted(whole(roundedDown(real)));
  }

  private static double roundedDown(double rate) {
    double unit = Math.max(1, Math.pow(10, Math.floor(Math.log10(rate)) - 1));
    return Math.floor(rate / unit) * unit;
  }

  private static String whole(double rate) {
    return String.format(Locale.ROOT, "%.0f", rate);
  }
}
