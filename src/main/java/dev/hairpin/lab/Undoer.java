package dev.hairpin.lab;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries out a journal's open entries in reverse order: tries everything, keeps what failed. */
final class Undoer {
  private final StateRoot root;
  private final String runId;
  private final boolean mine;
  private final RelayRestorer relays;

  Undoer(StateRoot root, String runId, boolean mine, RelayRestorer relays) {
    this.root = root;
    this.runId = runId;
    this.mine = mine;
    this.relays = relays;
  }

  UndoReport undo(Journal journal, List<Journal.Entry> entries) {
    List<Undo> done = new ArrayList<>();
    List<UndoReport.Failure> failures = new ArrayList<>();
    if (!mine) {
      // Nobody else answers for them, planned or not; first of all, for they may use the rest.
      Undo processes = new Undo.ProcessKill(runId);
      tried(processes).ifPresent(reason -> failures.add(new UndoReport.Failure(processes, reason)));
    }
    List<Journal.Entry> left = new ArrayList<>();
    for (Journal.Entry entry : order(entries)) {
      Optional<Exception> failure = tried(entry.undo());
      if (failure.isEmpty()) {
        done.add(entry.undo());
        settled(journal, entry);
      } else {
        left.add(entry);
        failures.add(new UndoReport.Failure(entry.undo(), failure.get()));
      }
    }
    for (Journal.Entry entry : left) {
      // Its switch may have gone with a namespace that was deleted after it was tried.
      if (isVoid(entry.undo())) {
        failures.removeIf(failure -> failure.undo().equals(entry.undo()));
        done.add(entry.undo());
        settled(journal, entry);
      }
    }
    return new UndoReport(runId, done, failures, journal.damage(), journal.lost(), journal.torn());
  }

  /** Where a full disk doesn't take that an entry is undone, it is undone once more later. */
  private static void settled(Journal journal, Journal.Entry entry) {
    try {
      journal.undone(entry);
    } catch (IOException full) {
      // The entry stays open in the journal, and the rest must be undone all the same.
    }
  }

  private static boolean isVoid(Undo undo) {
    return switchNamespace(undo)
        .filter(name -> !name.isEmpty() && !NetNamespace.named(name).exists())
        .isPresent();
  }

  /** From where the switch is managed that is to be set back, where it is one. */
  private static Optional<String> switchNamespace(Undo undo) {
    if (undo instanceof Undo.RelayRestore relay) {
      return Optional.of(relay.namespace());
    }
    return undo instanceof Undo.FilterRemove filter
        ? Optional.of(filter.namespace())
        : Optional.empty();
  }

  /**
   * Last planned, first undone; but the relays of a switch whose namespace goes too come last when
   * its run is dead: nobody answers there any more, and with the namespace gone they are void.
   */
  private List<Journal.Entry> order(List<Journal.Entry> open) {
    Set<String> namespaces = new HashSet<>();
    for (Journal.Entry entry : open) {
      if (entry.undo() instanceof Undo.NamespaceDelete namespace) {
        namespaces.add(namespace.name());
      }
    }
    List<Journal.Entry> order = new ArrayList<>();
    List<Journal.Entry> late = new ArrayList<>();
    for (int index = open.size() - 1; index >= 0; index--) {
      Journal.Entry entry = open.get(index);
      boolean doomed = switchNamespace(entry.undo()).filter(namespaces::contains).isPresent();
      (doomed && !mine ? late : order).add(entry);
    }
    order.addAll(late);
    return order;
  }

  private Optional<Exception> tried(Undo undo) {
    try {
      carryOut(undo);
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.of(interrupted);
    } catch (Exception failure) {
      return Optional.of(failure);
    }
  }

  private void carryOut(Undo undo) throws Exception {
    if (undo instanceof Undo.LinkDelete link) {
      UndoLinks.delete(link);
    } else if (undo instanceof Undo.LinkUp link) {
      UndoLinks.up(link);
    } else if (undo instanceof Undo.ProcessKill processes) {
      UndoProcesses.killAll(() -> Processes.labelled(processes.runId()));
    } else if (undo instanceof Undo.NamespaceDelete namespace) {
      UndoNamespaces.delete(namespace.name());
    } else if (undo instanceof Undo.DirectoryDelete directory) {
      UndoDirectories.delete(root, Path.of(directory.path()));
    } else if (undo instanceof Undo.RelayRestore relay) {
      if (!isVoid(relay)) {
        relays.restore(relay);
      }
    } else if (undo instanceof Undo.FilterRemove filter) {
      if (!isVoid(filter)) {
        relays.remove(filter);
      }
    }
  }
}
