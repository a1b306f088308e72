package dev.hairpin.steps;

import dev.hairpin.lab.UplinkSession;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the scenarios of one uplink play on. Cucumber makes the step classes anew for each scenario,
 * on the thread that runs it; the stage is what stays. It belongs to that thread.
 */
public final class Stage {
  private static final ThreadLocal<Stage> CURRENT = new ThreadLocal<>();

  private final UplinkSession uplink;
  private final CheckIds ids;
  private final Consumer<FinishedCheck> finished;
  private final BooleanSupplier interrupted;
  private @Nullable Throwable unexpected;

  /**
   * A stage on an open uplink.
   *
   * @param ids what the checks are called
   * @param finished takes each check when its scenario has ended
   * @param interrupted whether the run is to end now
   */
  public Stage(
      UplinkSession uplink,
      CheckIds ids,
      Consumer<FinishedCheck> finished,
      BooleanSupplier interrupted) {
    this.uplink = uplink;
    this.ids = ids;
    this.finished = finished;
    this.interrupted = interrupted;
  }

  /** Does the work with this stage under the scenarios that it runs on this thread. */
  public void play(Runnable work) {
    CURRENT.set(this);
    try {
      work.run();
    } finally {
      CURRENT.remove();
    }
  }

  static Stage current() {
    Stage stage = CURRENT.get();
    if (stage == null) {
      throw new IllegalStateException(
          "these steps need an open uplink. Next: run the features with 'hairpin run --features DIR', or by the JUnit platform's engine 'hairpin'");
    }
    return stage;
  }

  UplinkSession uplink() {
    return uplink;
  }

  CheckIds ids() {
    return ids;
  }

  boolean interrupted() {
    return interrupted.getAsBoolean();
  }

  void finished(FinishedCheck check) {
    finished.accept(check);
  }

  /** A scenario begins: nothing of the one before is left. */
  void begin() {
    unexpected = null;
    goOn();
  }

  /**
   * Forgets that a step has interrupted its thread: every wait from there on would end at once. A
   * run that is to end doesn't do it by this.
   */
  void goOn() {
    if (!interrupted()) {
      Thread.interrupted();
    }
  }

  /** Remembers what a step threw that no step meant to throw. */
  void unexpected(Throwable thrown) {
    if (unexpected == null) {
      unexpected = thrown;
    }
  }

  /** What was remembered, once. */
  Optional<Throwable> takeUnexpected() {
    Optional<Throwable> taken = Optional.ofNullable(unexpected);
    unexpected = null;
    return taken;
  }
}
