package dev.hairpin.run;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.order.PickleOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The order of a run: relay first, for it wants to see the port as it was found; then what needs
 * the NIC alone, before guests are on it; guests last, so that they boot while the others run.
 * Checks depend on no order; it only saves time.
 *
 * <p>Uplinks that run beside one another begin at different places between the first check and the
 * guests: in step, all of them would wait for the switch at once, then all for the processors.
 */
final class RunOrder implements PickleOrder {
  static final String NIC_ALONE = "@nic-alone";
  static final String GUEST = "@guest";

  /** Prime, so that it meets every place of almost any number of checks. */
  private static final int STRIDE = 7;

  private static final int LAST = 3;

  private final int turn;

  /**
   * @param turn how many uplinks began before this one
   */
  RunOrder(int turn) {
    this.turn = turn;
  }

  @Override
  public List<Pickle> orderPickles(List<Pickle> pickles) {
    List<Pickle> sorted =
        new ArrayList<>(pickles.stream().sorted(Comparator.comparingInt(RunOrder::rank)).toList());
    int guests = (int) sorted.stream().filter(each -> rank(each) == LAST).count();
    if (sorted.size() - guests > 1) {
      Collections.rotate(sorted.subList(1, sorted.size() - guests), turn * STRIDE);
    }
    return sorted;
  }

  private static int rank(Pickle pickle) {
    List<String> tags = pickle.getTags();
    if (tags.contains("@relay")) {
      return 0;
    }
    if (tags.contains(NIC_ALONE)) {
      return 1;
    }
    return tags.contains(GUEST) ? LAST : 2;
  }
}
