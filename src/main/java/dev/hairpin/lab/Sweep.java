package dev.hairpin.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what killed runs left and undoes it. Never touches what belongs to a living run, or to a
 * lab that is kept; two sweeps at once share the work.
 */
public final class Sweep {
  private final StateRoot root;
  private final RelayRestorer relays;

  /**
   * A sweep of one state directory.
   *
   * @param relays sets reflective relay back
   */
  public Sweep(StateRoot root, RelayRestorer relays) {
    this.root = root;
    this.relays = relays;
  }

  /** Undoes what dead runs left, but for kept labs. */
  public SweepReport sweep() throws IOException {
    return sweep(false);
  }

  /** Undoes what dead runs left, and takes kept labs down too. */
  public SweepReport sweepKeptToo() throws IOException {
    return sweep(true);
  }

  private SweepReport sweep(boolean keptToo) throws IOException {
    List<UndoReport> runs = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (RunDirectory.Found found : RunDirectory.list(root)) {
      if (found.alive() || found.kept().isPresent() && !keptToo) {
        continue;
      }
      try {
        undo(found.id(), keptToo).ifPresent(runs::add);
      } catch (IOException failure) {
        failures.add("run %s: %s".formatted(found.id(), failure.getMessage()));
      }
    }
    PortLock.sweep(root);
    return new SweepReport(runs, forgotten(failures), failures);
  }

  private Optional<UndoReport> undo(String id, boolean keptToo) throws IOException {
    Optional<RunDirectory> claimed = RunDirectory.claim(root, id);
    if (claimed.isEmpty()) {
      return Optional.empty();
    }
    try (RunDirectory run = claimed.get()) {
      if (run.kept().isPresent() && !keptToo) {
        return Optional.empty();
      }
      UndoReport report = run.undo(relays);
      if (report.complete()) {
        run.unkeep();
      }
      return report.done().isEmpty()
              && report.complete()
              && report.damage().isEmpty()
              && !report.torn()
          ? Optional.empty()
          : Optional.of(report);
    }
  }

  /**
   * The namespaces first, the journals then: a run plans a namespace before it makes it, so that
   * one which is seen here stands in its journal by then.
   */
  private List<String> forgotten(List<String> failures) throws IOException {
    List<String> deleted = new ArrayList<>();
    List<String> present = UndoNamespaces.present();
    if (present.isEmpty()) {
      return deleted;
    }
    Set<String> planned = planned();
    for (String name : present) {
      try {
        if (!planned.contains(name) && UndoNamespaces.abandoned(name, root)) {
          UndoNamespaces.delete(name);
          deleted.add(name);
        }
      } catch (IOException failure) {
        failures.add("namespace %s: %s".formatted(name, failure.getMessage()));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while sweeping", interrupted);
      }
    }
    return deleted;
  }

  private Set<String> planned() throws IOException {
    Set<String> planned = new HashSet<>();
    for (RunDirectory.Found found : RunDirectory.list(root)) {
      if (Files.isDirectory(found.path())) {
        planned.addAll(Journal.read(found.path().resolve("journal")).names());
      }
    }
    return planned;
  }
}
