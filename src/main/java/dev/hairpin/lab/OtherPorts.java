package dev.hairpin.lab;

import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Watches reflective relay of a switch's other ports while one port is set: a switch that sets its
 * neighbour too, even if it sets that back in the end, did harm. Ports that this run or another one
 * on this machine uses are left out. It tells what was seen, not who did it.
 */
final class OtherPorts {
  /** A look that takes longer isn't made after every change. */
  private static final Duration CHEAP = Duration.ofMillis(300);

  /** The plain names of ports that are in use by runs. */
  @FunctionalInterface
  interface Used {
    Set<String> now() throws IOException;
  }

  private final SwitchPort port;
  private final Used used;
  private final Set<String> leftOut = new LinkedHashSet<>();
  private final Map<String, Map<RelayState, String>> seen = new TreeMap<>();
  private final Set<RelayState> looked = EnumSet.noneOf(RelayState.class);
  private final Set<String> notes = new LinkedHashSet<>();
  private Optional<Map<String, RelayState>> before = Optional.empty();
  private Optional<Unseen> unseen = Optional.empty();
  private boolean cheap = true;

  /**
   * Why nobody can say whether other ports were touched.
   *
   * @param byProfile whether there is no way to look at all, or none to compare; else a look failed
   */
  record Unseen(String why, boolean byProfile) {}

  private OtherPorts(SwitchPort port, Used used) {
    this.port = port;
    this.used = used;
  }

  /** Reads them, before anything is set. */
  static OtherPorts read(SwitchPort port, Used used) {
    OtherPorts others = new OtherPorts(port, used);
    try {
      others.before = others.look();
      if (others.before.isEmpty()) {
        others.notCompared("the profile has no way to show all ports", true);
      } else if (PortNames.among(others.before.get().keySet(), port.name()).isEmpty()) {
        others.before = Optional.empty();
        others.notCompared("the switch's list of ports doesn't name this one", true);
      }
    } catch (IOException silent) {
      others.notCompared(String.valueOf(silent.getMessage()), false);
    }
    return others;
  }

  private void notCompared(String why, boolean byProfile) {
    missed(
        "other ports than %s of its switch aren't compared: %s".formatted(port.name(), why),
        byProfile);
  }

  private void missed(String what, boolean byProfile) {
    notes.add(what);
    if (unseen.isEmpty()) {
      unseen = Optional.of(new Unseen(what, byProfile));
    }
  }

  /** Why it isn't known whether other ports were touched; nothing when every look was made. */
  Optional<Unseen> unseen() {
    return unseen;
  }

  /** Looks after a change; a costly look only after the first change to each state. */
  void changed(RelayState set) {
    if (before.isEmpty() || !cheap && looked.contains(set)) {
      return;
    }
    looked.add(set);
    try {
      for (Map.Entry<String, RelayState> each : differing().entrySet()) {
        seen.computeIfAbsent(each.getKey(), name -> new LinkedHashMap<>())
            .putIfAbsent(
                each.getValue(),
                "was %s after port %s was set %s".formatted(each.getValue(), port.name(), set));
      }
    } catch (IOException silent) {
      missed(
          "other ports than %s could not be read after it was set %s: %s"
              .formatted(port.name(), set, silent.getMessage()),
          false);
    }
  }

  /**
   * Looks once more, after everything was put back.
   *
   * @return what was seen of ports that changed; nothing when none did
   */
  Optional<String> ended() throws IOException {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Map<String, RelayState> now = differing();
    Set<String> names = new LinkedHashSet<>(seen.keySet());
    names.addAll(now.keySet());
    names.removeIf(this::isLeftOut);
    List<String> sentences = new ArrayList<>();
    for (String name : names) {
      sentences.add(sentence(name, Optional.ofNullable(now.get(name))));
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", sentences));
  }

  private String sentence(String name, Optional<RelayState> differs) {
    RelayState was = before.orElseThrow().getOrDefault(name, RelayState.OFF);
    List<String> parts = new ArrayList<>();
    parts.add("reflective relay of port %s was %s before".formatted(name, was));
    parts.addAll(seen.getOrDefault(name, Map.of()).values());
    String last = "is %s now".formatted(differs.orElse(was));
    return parts.size() == 1
        ? parts.get(0) + " and " + last
        : String.join(", ", parts) + ", and " + last;
  }

  /** What was seen of ports that changed so far, without a new look; nothing when none did. */
  Optional<String> touched() {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    List<String> sentences = new ArrayList<>();
    seen.forEach(
        (name, words) -> {
          if (!isLeftOut(name)) {
            sentences.add("port %s %s".formatted(name, String.join(", ", words.values())));
          }
        });
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", sentences));
  }

  /** What the user must know of the comparison. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Looked at twice: a run elsewhere may have had the port for the moment of the first look. */
  private Map<String, RelayState> differing() throws IOException {
    Map<String, RelayState> first = differingNow();
    if (first.isEmpty()) {
      return first;
    }
    Map<String, RelayState> second = differingNow();
    first.entrySet().removeIf(each -> second.get(each.getKey()) != each.getValue());
    return first;
  }

  private Map<String, RelayState> differingNow() throws IOException {
    Map<String, RelayState> now =
        look().orElseThrow(() -> new IOException("the switch shows its ports no more"));
    if (!now.equals(before.orElseThrow())) {
      leftOut.addAll(used.now());
    }
    Map<String, RelayState> differing = new LinkedHashMap<>();
    Map<String, RelayState> then = before.orElseThrow();
    now.forEach(
        (name, state) -> {
          if (!then.containsKey(name) && state == RelayState.ON && !isLeftOut(name)) {
            // Some switches list only those that are on.
            differing.put(name, state);
          } else if (!then.containsKey(name)) {
            notes.add("port %s appeared on the switch during the run".formatted(name));
          } else if (then.get(name) != state && !isLeftOut(name)) {
            differing.put(name, state);
          }
        });
    then.keySet().stream()
        .filter(name -> !now.containsKey(name))
        .forEach(
            name -> notes.add("port %s vanished from the switch during the run".formatted(name)));
    return differing;
  }

  private boolean isLeftOut(String name) {
    return isThisPort(name) || PortNames.anyAlike(leftOut, name);
  }

  /** Tells the switch's ports that runs on this machine use now from others. */
  Predicate<String> inUse() throws IOException {
    Set<String> now = used.now();
    return name -> PortNames.anyAlike(now, name);
  }

  private boolean isThisPort(String name) {
    return PortNames.among(before.orElseThrow().keySet(), port.name())
        .filter(name::equals)
        .isPresent();
  }

  private Optional<Map<String, RelayState>> look() throws SwitchException {
    long start = System.nanoTime();
    Optional<Map<String, RelayState>> all = port.showAll();
    cheap = System.nanoTime() - start < CHEAP.toNanos();
    return all;
  }
}
