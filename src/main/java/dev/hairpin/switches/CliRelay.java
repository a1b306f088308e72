package dev.hairpin.switches;

import dev.hairpin.wire.MacAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reflective relay by the profile's commands. A session that drops is opened again once, and the
 * state read before anything is done again: nobody knows how far the last command came.
 */
final class CliRelay implements RelayControl {
  private final Profile profile;
  private final Profile.RelayCli commands;
  private final CliSession session;
  private final CliReadings readings;
  private final Dialogue dialogue;
  private final Patience patience;

  /** What prerequisites were before this session set them, by port. */
  private final Map<String, Map<Prerequisite, Optional<String>>> before = new HashMap<>();

  /**
   * @param profile has commands
   */
  CliRelay(Profile profile, CliSession session, Dialogue dialogue, Patience patience) {
    this.profile = profile;
    this.commands = profile.relayCli().orElseThrow();
    this.session = session;
    this.readings = new CliReadings(commands, dialogue);
    this.dialogue = dialogue;
    this.patience = patience;
  }

  @Override
  public synchronized RelayState show(String port) throws SwitchException {
    return twice(() -> read(port));
  }

  @Override
  public synchronized Readback set(String port, RelayState wanted) throws SwitchException {
    refuseShowOnly();
    // Opened before the clock is read: logging in is no part of the change.
    session.shell();
    long sent = System.nanoTime();
    boolean dropped = false;
    try {
      change(port, wanted);
    } catch (SessionDroppedException drop) {
      dropped = true;
      again(drop);
      if (read(port) != wanted) {
        change(port, wanted);
      } else if (wanted == RelayState.OFF) {
        putBackPrerequisites(port);
      }
    }
    long answered = System.nanoTime();
    RelayState found = dropped ? read(port) : show(port);
    return new Readback(port, wanted, found, sent, answered, System.nanoTime());
  }

  @Override
  public synchronized boolean save(String port) throws SwitchException {
    if (commands.save().isEmpty()) {
      dialogue.note("the profile " + profile.name() + " has nothing to save");
      return false;
    }
    try {
      session.giveAll(commands.save(), text -> filled(text, port), patience.save());
    } catch (SessionDroppedException dropped) {
      again(dropped);
      read(port);
      session.giveAll(commands.save(), text -> filled(text, port), patience.save());
    }
    return true;
  }

  @Override
  public synchronized Optional<Map<String, RelayState>> showAll() throws SwitchException {
    if (commands.showAll().isEmpty()) {
      return Optional.empty();
    }
    ShowAll all = commands.showAll().get();
    return Optional.of(
        twice(
            () -> readings.states(all, session.give(CliStep.of(all.command()), patience.save()))));
  }

  @Override
  public synchronized Optional<String> portConfiguration(String port) throws SwitchException {
    Optional<PortConfiguration> shown = profile.cli().flatMap(Profile.Cli::portConfiguration);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    CliStep step = CliStep.of(filled(shown.get().command(), port));
    return Optional.of(twice(() -> shown.get().of(session.give(step, patience.save()))));
  }

  @Override
  public synchronized FoundPort found(String port) throws SwitchException {
    return twice(
        () -> {
          Map<String, Optional<String>> all = new LinkedHashMap<>();
          for (Prerequisite each : commands.prerequisites()) {
            all.put(each.name(), value(each, port));
          }
          return new FoundPort(read(port), all);
        });
  }

  @Override
  public synchronized Readback restore(String port, FoundPort found) throws SwitchException {
    Map<Prerequisite, Optional<String>> was = new LinkedHashMap<>();
    for (Prerequisite each : commands.prerequisites()) {
      Optional<String> value = found.prerequisites().get(each.name());
      if (value != null) {
        was.put(each, value);
      }
    }
    before.computeIfAbsent(port, any -> new LinkedHashMap<>()).putAll(was);
    Readback readback = set(port, found.relay());
    if (found.relay() == RelayState.ON) {
      // It was on without what the profile asks for first, and is to be so again.
      putBackPrerequisites(port);
      readback =
          new Readback(
              port,
              found.relay(),
              show(port),
              readback.sentNanos(),
              readback.answeredNanos(),
              System.nanoTime());
    }
    for (Map.Entry<Prerequisite, Optional<String>> each : was.entrySet()) {
      Optional<String> now = twice(() -> value(each.getKey(), port));
      if (!now.equals(each.getValue())) {
        throw dialogue.unreachable(
            "%s of %s was %s and still is %s after it was put back"
                .formatted(each.getKey().name(), port, said(each.getValue()), said(now)),
            "Put it back by hand.",
            null);
      }
    }
    return readback;
  }

  /** Gives the port a filter; what the profile's commands are. */
  synchronized void filter(
      FilterCommands filter, String port, MacAddress source, MacAddress destination)
      throws SwitchException {
    session.giveAll(
        filter.enable(),
        text ->
            filled(text, port)
                .replace(Placeholders.SOURCE, source.toString())
                .replace(Placeholders.DESTINATION, destination.toString()),
        patience.command());
  }

  /** Takes it away. */
  synchronized void unfilter(FilterCommands filter, String port) throws SwitchException {
    twice(
        () -> {
          giveAll(filter.disable(), port);
          return port;
        });
  }

  /** Whether the switch says that the port has it. */
  synchronized boolean filtered(FilterCommands filter, String port) throws SwitchException {
    CliStep step = CliStep.of(filled(filter.show().command(), port));
    return twice(
        () -> Finding.in(filter.show().enabled(), session.give(step, patience.command()).text()));
  }

  /** The answer to a command that only asks. */
  synchronized CliAnswer ask(String command) throws SwitchException {
    return twice(() -> session.give(CliStep.of(command), patience.command()));
  }

  /** The shell's prompt, as identity. */
  synchronized CliShell shell() throws SwitchException {
    return session.shell();
  }

  /** Ends the session; whoever waits for an answer meanwhile gets an error. */
  @Override
  public void close() {
    session.close();
  }

  /** Reading it a second time changes nothing. */
  private interface Reading<T> {
    T read() throws SwitchException;
  }

  private <T> T twice(Reading<T> reading) throws SwitchException {
    try {
      return reading.read();
    } catch (SessionDroppedException dropped) {
      again(dropped);
      return reading.read();
    }
  }

  private void again(SessionDroppedException dropped) {
    dialogue.note("the session dropped (" + dropped.getMessage() + "); connecting once more");
  }

  private RelayState read(String port) throws SwitchException {
    CliStep step = CliStep.of(filled(commands.show().command(), port));
    return readings.state(step.command(), session.give(step, patience.command()));
  }

  private Optional<String> value(Prerequisite prerequisite, String port) throws SwitchException {
    CliStep step = CliStep.of(filled(prerequisite.command(), port));
    return readings.value(prerequisite, step.command(), session.give(step, patience.command()));
  }

  private void change(String port, RelayState wanted) throws SwitchException {
    if (wanted == RelayState.OFF) {
      giveAll(commands.disable(), port);
      putBackPrerequisites(port);
      return;
    }
    try {
      for (Prerequisite each : commands.prerequisites()) {
        Optional<String> now = value(each, port);
        if (!now.equals(Optional.of(each.wanted()))) {
          before.computeIfAbsent(port, any -> new LinkedHashMap<>()).putIfAbsent(each, now);
          giveAll(each.set(), port);
        }
      }
      giveAll(commands.enable(), port);
    } catch (SessionDroppedException dropped) {
      throw dropped;
    } catch (SwitchException failed) {
      try {
        putBackPrerequisites(port);
      } catch (SwitchException alsoFailed) {
        dialogue.note("and what it needs could not be put back: " + alsoFailed.getMessage());
        failed.addSuppressed(alsoFailed);
      }
      throw failed;
    }
  }

  /** In the opposite order, each only where it isn't as it was. */
  private void putBackPrerequisites(String port) throws SwitchException {
    Map<Prerequisite, Optional<String>> was = before.getOrDefault(port, Map.of());
    for (int index = commands.prerequisites().size() - 1; index >= 0; index--) {
      Prerequisite each = commands.prerequisites().get(index);
      Optional<String> value = was.get(each);
      if (value != null && !value(each, port).equals(value)) {
        if (value.isEmpty()) {
          giveAll(each.undoAbsent(), port);
        } else if (value.get().equals(each.wanted())) {
          giveAll(each.set(), port);
        } else {
          String back = value.get();
          session.giveAll(
              each.undo(),
              text -> filled(text, port).replace(Placeholders.WAS, back),
              patience.command());
        }
      }
    }
    before.remove(port);
  }

  private void giveAll(List<CliStep> steps, String port) throws SwitchException {
    session.giveAll(steps, text -> filled(text, port), patience.command());
  }

  private String filled(String template, String port) {
    return PortParts.fill(profile.portName(), template, port);
  }

  private void refuseShowOnly() throws SwitchException {
    if (profile.refused().isPresent()) {
      throw dialogue.showOnly(profile);
    }
  }

  private static String said(Optional<String> value) {
    return value.map(each -> "'" + each + "'").orElse("not set");
  }
}
