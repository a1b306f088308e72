package dev.hairpin.run;

import dev.hairpin.lab.UplinkSession;
import dev.hairpin.steps.FinishedCheck;
import java.util.List;

/** One uplink whose scenarios have all ended. */
record FinishedUplink(UplinkSession uplink, List<Judged> checks) {
  /**
   * A check and what was said to the switch meanwhile.
   *
   * @param transcript line by line
   */
  record Judged(FinishedCheck check, List<String> transcript) {}
}
