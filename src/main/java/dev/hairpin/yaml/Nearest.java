package dev.hairpin.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody most likely meant. */
public final class Nearest {
  /** Shorter beginnings fit too many names. */
  private static final int SHORTEST_BEGINNING = 3;

  private Nearest() {}

  /**
   * The nearest known name, if one is near: no more than a third of its letters differ (missing,
   * extra, wrong or exchanged with their neighbour), or one is the beginning of the other. Case and
   * the choice of '-' or '_' don't count.
   */
  public static Optional<String> to(String wrong, Collection<String> known) {
    String sought = plain(wrong);
    Optional<String> best = Optional.empty();
    int least = Integer.MAX_VALUE;
    for (String each : known) {
      String name = plain(each);
      int limit = Math.max(1, Math.min(name.length(), sought.length()) / 3);
      int distance =
          Math.abs(name.length() - sought.length()) > limit
              ? Integer.MAX_VALUE
              : distance(sought, name);
      if (distance > limit) {
        distance = begins(sought, name) ? limit + 1 : Integer.MAX_VALUE;
      }
      if (distance < least) {
        least = distance;
        best = Optional.of(each);
      }
    }
    return best;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').strip();
  }

  private static boolean begins(String one, String other) {
    return Math.min(one.length(), other.length()) >= SHORTEST_BEGINNING
        && (one.startsWith(other) || other.startsWith(one));
  }

  /** Optimal string alignment: Levenshtein's distance with neighbours exchanged as one step. */
  static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int step(int[][] cost, String one, String other, int i, int j) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean exchanged =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
