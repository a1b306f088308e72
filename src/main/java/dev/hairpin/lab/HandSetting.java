package dev.hairpin.lab;

import dev.hairpin.switches.FoundPort;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchRefusedException;
import dev.hairpin.switches.SwitchSession;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Sets a port by hand, to stay so: under the port's lock, and with its inverse in a journal until
 * it is known how the change ended.
 */
public final class HandSetting {
  private HandSetting() {}

  /**
   * Which port.
   *
   * @param source the lab file's path or the built-in lab's name
   * @param namespace the network namespace that the switch is managed from; empty for the program's
   *     own
   */
  public record Place(
      StateRoot root, SwitchAccess access, Lab.Uplink uplink, String source, String namespace) {}

  /**
   * Sets it.
   *
   * @param said takes what the user must know
   * @param interrupted whether the user has given up: then what was found is put back
   * @throws SwitchRefusedException when the switch refuses
   * @throws SwitchException when the switch is away; when it may be half done, the journal keeps
   *     its inverse, and the message says so
   */
  public static ByHand of(
      Place place,
      SwitchSession session,
      RelayState wanted,
      Consumer<String> said,
      BooleanSupplier interrupted)
      throws IOException {
    String name = place.uplink().port();
    String who = "'hairpin switch %s'".formatted(wanted);
    try (PortLock lock =
            PortLock.take(
                place.root(),
                who,
                place.namespace(),
                place.access(),
                name,
                Waiting.usual(said, interrupted));
        RunDirectory run = RunDirectory.create(place.root())) {
      return set(place, SwitchPort.of(session, name), run, wanted, said, interrupted);
    }
  }

  static ByHand set(
      Place place,
      SwitchPort port,
      RunDirectory run,
      RelayState wanted,
      Consumer<String> said,
      BooleanSupplier interrupted)
      throws IOException {
    FoundPort found = port.found();
    PortKeys keys = PortKeys.of(place.namespace(), place.access(), port.name());
    Undo.RelayRestore inverse =
        Undo.RelayRestore.of(place.source(), place.uplink(), found, keys.keys(), place.namespace());
    OtherPorts others = OtherPorts.read(port, () -> PortLock.inUse(place.root(), keys));
    tellOfDeadRuns(LeftRelays.about(place.root(), inverse), port, found, said);
    Journal.Entry planned = run.journal().plan(inverse);
    RelayState now;
    try {
      now = port.set(wanted);
    } catch (SwitchException failed) {
      throw afterFailure(failed, port, found, run, planned);
    }
    others.changed(wanted);
    boolean undone = interrupted.getAsBoolean();
    if (undone) {
      Optional<String> differs = PuttingBack.of(port, found);
      if (differs.isPresent()) {
        throw new UndecidedException(
            differs.get() + ". Next: 'hairpin restore' tries again to put it back");
      }
      now = port.show();
    }
    run.journal().undone(planned);
    Optional<String> changed = others.ended();
    return new ByHand(found.relay(), now, now == wanted, undone, changed);
  }

  private static void tellOfDeadRuns(
      LeftRelays left, SwitchPort port, FoundPort found, Consumer<String> said) {
    left.before(found)
        .ifPresent(
            before ->
                said.accept(
                    "run %s, which didn't end, had found port %s %s: 'hairpin restore' will set it so, whatever is set now"
                        .formatted(left.runs(), port.name(), before.relay())));
  }

  /** Nothing stays in the journal when the port is as it was; else the user is told. */
  private static IOException afterFailure(
      SwitchException failed,
      SwitchPort port,
      FoundPort found,
      RunDirectory run,
      Journal.Entry planned)
      throws IOException {
    FoundPort left;
    try {
      left = port.found();
    } catch (SwitchException silent) {
      failed.addSuppressed(silent);
      return new UndecidedException(
          "%s It may be half done: port %s was %s before. Next: 'hairpin restore' puts that back when the switch is there again"
              .formatted(failed.getMessage(), port.name(), found.relay()),
          failed);
    }
    if (left.equals(found)) {
      run.journal().undone(planned);
      return failed;
    }
    return new UndecidedException(
        "%s Port %s is %s now and was %s before (%s, %s). Next: 'hairpin restore' puts back what was before"
            .formatted(
                failed.getMessage(),
                port.name(),
                left.relay(),
                found.relay(),
                left.format(),
                found.format()),
        failed);
  }
}
