package dev.hairpin.run;

import dev.hairpin.lab.UplinkSession;
import dev.hairpin.steps.FinishedCheck;
import dev.hairpin.verdict.Verdict;
import java.util.List;

/** One uplink whose scenarios have all ended. */
record FinishedUplink(UplinkSession uplink, List<Judged> checks) {
  /**
   * A check and what was said to the switch meanwhile.
   *
   * @param transcript line by line
   * @param whenEnded its verdict when its scenario ended; a late copy may have flipped it since
   */
  record Judged(FinishedCheck check, List<String> transcript, Verdict whenEnded) {}
}
