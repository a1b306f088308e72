package dev.hairpin.run;

import dev.hairpin.embedded.EmbeddedLab;
import dev.hairpin.embedded.ReachableLab;
import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.UndecidedException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An embedded lab that was left up, as {@code --lab} names it: like a built-in one, or by its id.
 */
final class LabUp {
  private LabUp() {}

  /** Whether it is an id, rather than the name of a lab. */
  static boolean isId(String lab) {
    return lab.matches(RunDirectory.RUN_ID);
  }

  /**
   * The lab with this id.
   *
   * @throws UndecidedException when it isn't up
   */
  static ReachableLab withId(String id) throws IOException {
    return EmbeddedLab.leftUp(StateRoot.ofEnvironment(), id)
        .orElseThrow(
            () ->
                new UndecidedException(
                    "no embedded lab '%s' was left up. Next: 'hairpin lab list' lists those that are up"
                        .formatted(id)));
  }

  /**
   * The only lab of this name.
   *
   * @throws UndecidedException when none is up
   * @throws UsageException when there are several
   */
  static ReachableLab only(LabChoice choice) throws IOException, UsageException {
    List<ReachableLab> up =
        EmbeddedLab.leftUp(StateRoot.ofEnvironment(), EmbeddedLabs.options(choice, true));
    if (up.isEmpty()) {
      throw new UndecidedException(
          "no lab '%s' is up. Next: 'hairpin lab up --lab %s' brings one up"
              .formatted(choice.name(), choice.name()));
    }
    if (up.size() > 1) {
      throw new UsageException(
          "several labs '%s' are up (%s). Next: name one by its id, such as --lab %s"
              .formatted(
                  choice.name(),
                  up.stream().map(ReachableLab::id).collect(Collectors.joining(", ")),
                  up.get(up.size() - 1).id()));
    }
    return up.get(0);
  }
}
