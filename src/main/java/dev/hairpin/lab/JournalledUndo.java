package dev.hairpin.lab;

import dev.hairpin.host.UndoLog;
import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes what the host floor is about to change into the run's undo journal. */
final class JournalledUndo implements UndoLog {
  private final RunDirectory run;
  private final NetNamespace where;
  private final Map<Change, Journal.Entry> planned = new ConcurrentHashMap<>();

  JournalledUndo(RunDirectory run, NetNamespace where) {
    this.run = run;
    this.where = where;
  }

  @Override
  public void before(Change change) throws IOException {
    Optional<Undo> inverse = inverse(change);
    if (inverse.isPresent()) {
      planned.put(change, run.journal().plan(inverse.get()));
    }
  }

  /** Device nodes lie in the run's own directory and go with it. */
  private Optional<Undo> inverse(Change change) throws IOException {
    return switch (change.kind()) {
      case "link" ->
          Optional.of(Undo.LinkDelete.of(where, change.what().getOrDefault("link", ""), run.id()));
      case "process" -> Optional.of(new Undo.ProcessKill(run.id()));
      default -> Optional.empty();
    };
  }

  @Override
  public void undone(Change change) throws IOException {
    Journal.Entry entry = planned.remove(change);
    if (entry != null) {
      run.journal().undone(entry);
    }
  }
}
