package dev.hairpin.lab;

import dev.hairpin.switches.FoundPort;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a port back as it was found, and looks whether it is so. */
public final class PuttingBack {
  private PuttingBack() {}

  /**
   * Puts it back.
   *
   * @return how the port differs then, for a person; nothing when it is as it was found
   * @throws SwitchException when the switch is away, or refuses while the port is otherwise
   */
  public static Optional<String> of(SwitchSession session, String port, FoundPort found)
      throws SwitchException {
    return of(SwitchPort.of(session, port), found);
  }

  static Optional<String> of(SwitchPort port, FoundPort found) throws SwitchException {
    try {
      port.restore(found);
    } catch (SwitchException no) {
      return afterRefusal(port, found, no);
    }
    FoundPort left = port.found();
    return left.equals(found) ? Optional.empty() : Optional.of(difference(port, found, left));
  }

  /** A login without the right to set anything has changed nothing: then the port is as found. */
  private static Optional<String> afterRefusal(SwitchPort port, FoundPort found, SwitchException no)
      throws SwitchException {
    FoundPort left;
    try {
      left = port.found();
    } catch (SwitchException silent) {
      no.addSuppressed(silent);
      throw no;
    }
    if (!left.equals(found)) {
      throw no;
    }
    return Optional.empty();
  }

  private static String difference(SwitchPort port, FoundPort found, FoundPort left) {
    List<String> parts = new ArrayList<>();
    if (found.relay() != left.relay()) {
      parts.add(
          "reflective relay of port %s was found %s and is left %s"
              .formatted(port.name(), found.relay(), left.relay()));
    }
    found
        .prerequisites()
        .forEach(
            (name, was) -> {
              Optional<String> is = left.prerequisites().getOrDefault(name, Optional.empty());
              if (!is.equals(was)) {
                parts.add(
                    "%s of port %s was found %s and is left %s"
                        .formatted(name, port.name(), shown(was), shown(is)));
              }
            });
    left.prerequisites().keySet().stream()
        .filter(name -> !found.prerequisites().containsKey(name))
        .forEach(
            name ->
                parts.add("it isn't known what %s of port %s was".formatted(name, port.name())));
    return String.join("; ", parts);
  }

  private static String shown(Optional<String> value) {
    return value.map(each -> "'" + each + "'").orElse("not set");
  }
}
