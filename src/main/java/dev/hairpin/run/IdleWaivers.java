package dev.hairpin.run;

import dev.hairpin.lab.KnownNames;
import dev.hairpin.lab.Lab;
import dev.hairpin.yaml.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Waivers of checks that are neither shipped nor among a run's scenarios. */
final class IdleWaivers {
  private IdleWaivers() {}

  /** A note on each. */
  static List<String> in(Lab lab, Plan plan) {
    Set<String> known = new LinkedHashSet<>(plan.ids().all());
    known.addAll(KnownNames.checks());
    return lab.waivers().stream()
        .map(Lab.Waiver::check)
        .distinct()
        .filter(each -> !known.contains(each))
        .map(
            each ->
                "the waiver of '%s' counts for nothing here: no scenario at hand has that id%s. Next: run the scenario that has it (--features DIR), or mend the name in the lab file"
                    .formatted(
                        each,
                        Nearest.to(each, known)
                            .map(near -> " (did you mean '" + near + "'?)")
                            .orElse("")))
        .toList();
  }
}
