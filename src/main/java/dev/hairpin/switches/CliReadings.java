package dev.hairpin.switches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What answers mean by the profile's expressions. When an answer doesn't clearly say one thing, it
 * says nothing: an empty one, or an error in words that the profile doesn't know, is never 'off'.
 */
final class CliReadings {
  private final Profile.RelayCli commands;
  private final Dialogue dialogue;

  CliReadings(Profile.RelayCli commands, Dialogue dialogue) {
    this.commands = commands;
    this.dialogue = dialogue;
  }

  /** The state that the answer to {@code show} tells. */
  RelayState state(String command, CliAnswer answer) throws SwitchException {
    Profile.ShowCommand show = commands.show();
    String text = answer.text();
    boolean on = Found.in(show.enabled(), text);
    if (show.disabled().isPresent()) {
      boolean off = Found.in(show.disabled().get(), text);
      if (on == off) {
        throw notClear(
            command,
            answer,
            on ? "says both on and off" : "says neither on nor off",
            "on is /%s/, off is /%s/".formatted(show.enabled(), show.disabled().get()),
            "Give the command by hand; if the answer is right, mend the profile's show.");
      }
      return on ? RelayState.ON : RelayState.OFF;
    }
    if (on) {
      return RelayState.ON;
    }
    if (text.isBlank()) {
      throw notClear(
          command,
          answer,
          "is empty",
          "on is /%s/".formatted(show.enabled()),
          "Give the command by hand; if an empty answer means off, say so in the profile's show:"
              + " disabled: '\\A\\s*\\z'.");
    }
    refuseError(command, answer);
    return RelayState.OFF;
  }

  /** The state of each port in the answer, in its order. */
  Map<String, RelayState> states(ShowAll all, CliAnswer answer) throws SwitchException {
    String text = answer.text();
    Map<String, RelayState> states = new LinkedHashMap<>();
    List<Integer> starts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Matcher port = Found.matcher(all.port(), text);
    while (port.find()) {
      if (port.group(1) != null && !port.group(1).isEmpty()) {
        starts.add(port.start());
        names.add(port.group(1));
      }
    }
    for (int index = 0; index < starts.size(); index++) {
      int end = index + 1 < starts.size() ? starts.get(index + 1) : text.length();
      boolean on = Found.in(all.enabled(), text.substring(starts.get(index), end));
      states.merge(
          names.get(index),
          on ? RelayState.ON : RelayState.OFF,
          (one, other) -> one == RelayState.ON ? one : other);
    }
    if (states.isEmpty()) {
      throw notClear(
          all.command(),
          answer,
          "tells of no port",
          "a port is /%s/".formatted(all.port()),
          "Give the command by hand; if the answer is right, mend the profile's show-all.");
    }
    return states;
  }

  /** What a prerequisite is set to; nothing when it isn't set. */
  Optional<String> value(Prerequisite prerequisite, String command, CliAnswer answer)
      throws SwitchException {
    Matcher found = Found.matcher(prerequisite.found(), answer.text());
    if (found.find() && found.group(Prerequisite.WAS) != null) {
      return Optional.of(found.group(Prerequisite.WAS).strip());
    }
    refuseError(command, answer);
    return Optional.empty();
  }

  private void refuseError(String command, CliAnswer answer) throws SwitchException {
    Optional<String> error = UnknownError.in(answer.lines());
    if (error.isPresent()) {
      throw notClear(
          command,
          answer,
          "looks like an error",
          "'" + error.get() + "' is not among the profile's cli.errors",
          "If it is an error, add it there; if it is not, give show a 'disabled' that it matches.");
    }
  }

  private SwitchException notClear(
      String command, CliAnswer answer, String what, String because, String nextStep) {
    String said = answer.text().strip();
    return dialogue.unreachable(
        "the answer to '"
            + command
            + "' "
            + what
            + (said.isEmpty() ? "" : ": '" + said + "'")
            + " ("
            + because
            + ")",
        nextStep,
        null);
  }
}
