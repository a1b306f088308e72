package dev.hairpin.lab;

import dev.hairpin.host.UndoLog;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;

/** Writes what the host floor is about to change into the run's undo journal. */
record JournalledUndo(RunDirectory run, NetNamespace where) implements UndoLog {
  @Override
  public Gone link(String name, MacAddress mac) throws IOException {
    Journal.Entry entry = run.journal().plan(Undo.LinkDelete.of(where, name, run.id(), mac));
    return () -> run.journal().undone(entry);
  }
}
