package dev.hairpin.embedded;

import dev.hairpin.lab.RunDirectory;
import dev.hairpin.linux.NetNamespace;

/**
 * An embedded lab that is up.
 *
 * @param id the lab's id, which is its run's
 * @param owner the process that the run is or was
 * @param description what was said about it when it was kept; empty otherwise
 */
public record ListedLab(
    String id,
    State state,
    String owner,
    String description,
    NetNamespace host,
    NetNamespace switching,
    NetNamespace management) {

  /** Who answers for a lab. */
  public enum State {
    /** A run that lives. */
    IN_USE,
    /** Nobody; it was left up on purpose. */
    KEPT,
    /** Nobody: its run was killed, and the next sweep takes it. */
    LEFT_BEHIND
  }

  /** One line for a person. */
  public String words() {
    String standing =
        switch (state) {
          case IN_USE -> "in use by " + owner;
          case KEPT -> "left up: " + description;
          case LEFT_BEHIND -> "left by " + owner + ", which was killed; the next run sweeps it";
        };
    return "%s  %s  (%s, %s, %s)"
        .formatted(id, standing, host.described(), switching.described(), management.described());
  }

  static ListedLab of(RunDirectory.Found found, LabNamespaces namespaces) {
    State unattended = found.kept().isPresent() ? State.KEPT : State.LEFT_BEHIND;
    return new ListedLab(
        found.id(),
        found.alive() ? State.IN_USE : unattended,
        found.owner(),
        found.kept().orElse(""),
        namespaces.host(),
        namespaces.switching(),
        namespaces.management());
  }
}
