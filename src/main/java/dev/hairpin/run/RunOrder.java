package dev.hairpin.run;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.order.PickleOrder;
import java.util.Comparator;
import java.util.List;

/**
 * The order of a run: relay first, for it wants to see the port as it was found; then what needs
 * the NIC alone, before guests are on it; guests last, so that they boot while the others run.
 * Checks depend on no order; it only saves time.
 */
final class RunOrder implements PickleOrder {
  static final String NIC_ALONE = "@nic-alone";
  static final String GUEST = "@guest";

  @Override
  public List<Pickle> orderPickles(List<Pickle> pickles) {
    return pickles.stream().sorted(Comparator.comparingInt(RunOrder::rank)).toList();
  }

  private static int rank(Pickle pickle) {
    List<String> tags = pickle.getTags();
    if (tags.contains("@relay")) {
      return 0;
    }
    if (tags.contains(NIC_ALONE)) {
      return 1;
    }
    return tags.contains(GUEST) ? 3 : 2;
  }
}
