package dev.hairpin.switches;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The part of a transcript that belongs to one switch and one stretch of time. */
public final class Excerpt implements AutoCloseable, Consumer<Transcript.Entry> {
  private final String switchName;
  private final Consumer<Excerpt> end;
  private final List<Transcript.Entry> entries = new CopyOnWriteArrayList<>();

  Excerpt(String switchName, Consumer<Excerpt> end) {
    this.switchName = switchName;
    this.end = end;
  }

  @Override
  public void accept(Transcript.Entry entry) {
    if (entry.switchName().equals(switchName)) {
      entries.add(entry);
    }
  }

  /** What was said so far, in order. */
  public List<Transcript.Entry> entries() {
    return List.copyOf(entries);
  }

  /** Ends it; what was said stays. */
  @Override
  public void close() {
    end.accept(this);
  }
}
