package dev.hairpin.lab;

import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Looks, when the wire has failed a check, whether the port's relay still is what the check rests
 * on. Where it isn't, it is set once more: a switch that does not keep what is set loses it again,
 * and one that keeps it now was set by somebody else, or did it for a reason that has passed.
 */
final class RelayReview {
  /** How much longer than the first time the switch is given to lose it again. */
  private static final Duration LONGER = Duration.ofSeconds(2);

  private static final Duration MOST = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofMillis(200);

  private final RelayPort port;
  private final Duration longer;
  private final Duration most;

  RelayReview(RelayPort port) {
    this(port, LONGER, MOST);
  }

  /**
   * A review with a patience of its own.
   *
   * @param most the longest that the switch is watched, whatever {@code longer} comes to
   */
  RelayReview(RelayPort port, Duration longer, Duration most) {
    this.port = port;
    this.longer = longer;
    this.most = most;
  }

  /**
   * Looks.
   *
   * @param stop whether to wait no longer
   * @return what the check comes to; nothing when the relay is what it rests on
   * @throws SwitchException when the switch doesn't say what the relay is now
   */
  Optional<Finding> of(RelayBasis basis, BooleanSupplier stop) throws SwitchException {
    RelayState now = port.show();
    if (now == basis.state()) {
      return Optional.empty();
    }
    Finding found = basis.set() ? setAgain(basis, now, stop) : undecided(basis, now, "");
    return Optional.of(found.on(Grounds.SWITCH));
  }

  private Finding setAgain(RelayBasis basis, RelayState found, BooleanSupplier stop) {
    RelayState wanted = basis.state();
    Duration held = Duration.ofNanos(System.nanoTime() - basis.sinceNanos());
    long watched = Math.min(held.plus(longer).toNanos(), most.toNanos());
    try {
      RelayState now = port.set(wanted);
      long start = System.nanoTime();
      while (now == wanted && !stop.getAsBoolean() && System.nanoTime() - start < watched) {
        LockSupport.parkNanos(Math.min(AGAIN.toNanos(), watched));
        now = port.show();
      }
      String after = seconds(System.nanoTime() - start);
      if (now != wanted) {
        return Finding.failed(
            claim(basis),
            Diagnosis.CONFIG_NOT_APPLIED,
            "it was %s when the check had failed; set %s again, it was %s %s later: the switch does not keep what is set, or something sets it back each time"
                .formatted(found, wanted, now, after));
      }
      return undecided(
          basis,
          found,
          stop.getAsBoolean()
              ? " (the run ended before more could be found out)"
              : "; set %s again, it stayed so for %s".formatted(wanted, after));
    } catch (IOException failed) {
      return undecided(
          basis,
          found,
          " (to find out more it could not be set again: %s)".formatted(failed.getMessage()));
    }
  }

  private Finding undecided(RelayBasis basis, RelayState found, String more) {
    return Finding.inconclusive(
        claim(basis),
        "it was %s when the check had failed%s. So it was changed while the check ran, by somebody else, or by the switch because of what happened on the port; what the wire showed is not held against the switch. Next: see in the switch's log who set it, and run the check again"
            .formatted(found, more));
  }

  private String claim(RelayBasis basis) {
    return "reflective relay of port %s stays %s %s"
        .formatted(
            port.name(), basis.state(), basis.set() ? "once it is set so" : "as it was found");
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
