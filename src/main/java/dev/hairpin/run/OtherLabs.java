package dev.hairpin.run;

import dev.hairpin.embedded.ListedLab;
import java.util.List;
import java.util.Optional;

/** Embedded labs that were left up: a run brings up one of its own, and says so. */
final class OtherLabs {
  private OtherLabs() {}

  /** What is to be said of them, where there are any. */
  static Optional<String> note(List<ListedLab> labs) {
    List<String> up =
        labs.stream()
            .filter(each -> each.state() == ListedLab.State.KEPT)
            .map(ListedLab::id)
            .toList();
    return up.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "this run makes a lab of its own; %s left alone"
                .formatted(
                    up.size() == 1
                        ? "lab " + up.get(0) + ", which is up, is"
                        : "the labs that are up (" + String.join(", ", up) + ") are"));
  }
}
