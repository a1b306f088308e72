package dev.hairpin.lab;

import dev.hairpin.switches.SwitchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A port's configuration before anything was set, to be compared after. Asking for it puts it into
 * the transcript.
 */
final class PortConfiguration {
  private static final int SHOWN = 8;

  private final SwitchPort port;
  private Optional<List<String>> before = Optional.empty();
  private Optional<String> trouble = Optional.empty();

  private PortConfiguration(SwitchPort port) {
    this.port = port;
  }

  /** Reads it. A switch that doesn't show it is no reason to stop: see {@link #trouble}. */
  static PortConfiguration read(SwitchPort port) {
    PortConfiguration configuration = new PortConfiguration(port);
    try {
      configuration.before = port.configuration().map(PortConfiguration::lines);
      if (configuration.before.isEmpty()) {
        configuration.trouble =
            Optional.of(
                "the configuration of port %s isn't compared: the profile has no 'port-configuration'"
                    .formatted(port.name()));
      }
    } catch (SwitchException silent) {
      configuration.trouble =
          Optional.of(
              "the configuration of port %s isn't compared: %s"
                  .formatted(port.name(), silent.getMessage()));
    }
    return configuration;
  }

  /** Why it won't be compared, when that is so. */
  Optional<String> trouble() {
    return trouble;
  }

  /**
   * Reads it again.
   *
   * @return the lines that are gone and those that are new; nothing when there are none
   */
  Optional<String> difference() throws SwitchException {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    List<String> after = lines(port.configuration().orElse(""));
    List<String> gone = without(before.get(), after);
    List<String> fresh = without(after, before.get());
    if (gone.isEmpty() && fresh.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    if (!gone.isEmpty()) {
      parts.add("it had " + shown(gone) + ", and has no more");
    }
    if (!fresh.isEmpty()) {
      parts.add("it has " + shown(fresh) + " now, and had not");
    }
    return Optional.of(
        "the configuration of port %s is not what it was before the run: %s"
            .formatted(port.name(), String.join("; ", parts)));
  }

  /** What sets something: comments hold the time and other things that change by themselves. */
  private static List<String> lines(String text) {
    return text.lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isBlank())
        .filter(line -> !line.matches("\\s*(!|#|/\\*).*"))
        .toList();
  }

  /** Each line as often as it is more often there. */
  private static List<String> without(List<String> all, List<String> others) {
    List<String> left = new ArrayList<>(all);
    others.forEach(left::remove);
    return left;
  }

  private static String shown(List<String> lines) {
    String some =
        String.join(
            ", ", lines.stream().limit(SHOWN).map(each -> "'" + each.strip() + "'").toList());
    return lines.size() > SHOWN
        ? some + " and %d lines more".formatted(lines.size() - SHOWN)
        : some;
  }
}
