package dev.hairpin.steps;

import dev.hairpin.lab.RelayBasis;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Verdict;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A switch is blamed for what the wire shows only while its relay is what the check took it for:
 * who else may have set it, it is read once more after such a failure.
 */
final class RelayAfterFailure {
  private RelayAfterFailure() {}

  /**
   * Looks, where the check failed by the wire.
   *
   * @param stop whether to wait no longer
   * @return what the check comes to for the relay; nothing when the failure stands
   */
  static Optional<Finding> look(CheckScope check, BooleanSupplier stop) {
    Optional<RelayBasis> basis = check.relayBasis();
    if (basis.isEmpty() || check.failure().filter(Verdict::restsOnRelay).isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Finding> changed = check.uplink().reviewRelay(basis.get(), stop);
      changed.ifPresent(check::relayChanged);
      return changed;
    } catch (SwitchException | RuntimeException away) {
      // Whatever it is, the wire's failure must not get lost with it.
      check.assume(
          "reflective relay still being %s when the check had failed, for it could not be read once more: %s"
              .formatted(basis.get().state(), away.getMessage()));
      return Optional.empty();
    }
  }
}
