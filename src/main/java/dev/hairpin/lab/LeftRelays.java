package dev.hairpin.lab;

import dev.hairpin.switches.FoundPort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What dead runs left to restore on one port that this program has locked: the first of them knows
 * what the port was before any of them came.
 */
public final class LeftRelays {
  private final StateRoot root;
  private final List<Left> all;

  private LeftRelays(StateRoot root, List<Left> all) {
    this.root = root;
    this.all = all;
  }

  private record Left(String runId, Journal.Entry entry, Undo.RelayRestore relay) {}

  /** No run left anything. */
  static LeftRelays none(StateRoot root) {
    return new LeftRelays(root, List.of());
  }

  /**
   * Looks through the journals of runs that are dead.
   *
   * @param port the port, as this program would write it down; of another lab file it is known by
   *     its keys
   */
  static LeftRelays about(StateRoot root, Undo.RelayRestore port) throws IOException {
    List<Left> all = new ArrayList<>();
    for (RunDirectory.Found found : RunDirectory.list(root)) {
      if (!found.alive()) {
        for (Journal.Entry entry : Journal.read(found.path().resolve("journal")).open()) {
          if (entry.undo() instanceof Undo.RelayRestore relay && samePort(relay, port)) {
            all.add(new Left(found.id(), entry, relay));
          }
        }
      }
    }
    return new LeftRelays(root, all);
  }

  private static boolean samePort(Undo.RelayRestore one, Undo.RelayRestore other) {
    return one.keys().stream().anyMatch(other.keys()::contains)
        || one.namespace().equals(other.namespace())
            && one.lab().equals(other.lab())
            && one.switchName().equals(other.switchName())
            && PortNames.plain(one.port()).equals(PortNames.plain(other.port()));
  }

  /** What the port was before the first of those runs; nothing when there is none. */
  Optional<FoundPort> before(FoundPort now) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0).relay().before(now));
  }

  /** The runs, for messages. */
  String runs() {
    return String.join(", ", all.stream().map(Left::runId).distinct().toList());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** The port is as the first of them found it: nothing is left to do for any of them. */
  void settle() throws IOException {
    for (String id : all.stream().map(Left::runId).distinct().toList()) {
      Optional<RunDirectory> claimed = RunDirectory.claim(root, id);
      if (claimed.isPresent()) {
        try (RunDirectory run = claimed.get()) {
          for (Left each : all) {
            if (each.runId().equals(id)) {
              run.journal().undone(each.entry());
            }
          }
        }
      }
    }
  }
}
