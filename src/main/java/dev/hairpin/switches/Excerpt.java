package dev.hairpin.switches;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The part of a transcript that belongs to one switch, one stretch of time and, where it matters,
 * one of the threads that speak to the switch.
 */
public final class Excerpt implements AutoCloseable, Consumer<Transcript.Entry> {
  /** At either end. */
  static final int MOST = 2000;

  private final String switchName;
  private final Predicate<Thread> speakers;
  private final Consumer<Excerpt> end;
  private final List<Transcript.Entry> first = new ArrayList<>();
  private final Deque<Transcript.Entry> last = new ArrayDeque<>();
  private int leftOut;

  /**
   * An excerpt.
   *
   * @param speakers whose words belong to it; entries are accepted on their speaker's thread
   */
  Excerpt(String switchName, Predicate<Thread> speakers, Consumer<Excerpt> end) {
    this.switchName = switchName;
    this.speakers = speakers;
    this.end = end;
  }

  @Override
  public synchronized void accept(Transcript.Entry entry) {
    if (!entry.switchName().equals(switchName) || !speakers.test(Thread.currentThread())) {
      return;
    }
    if (first.size() < MOST) {
      first.add(entry);
      return;
    }
    last.addLast(entry);
    if (last.size() > MOST) {
      last.removeFirst();
      leftOut++;
    }
  }

  /** What was said so far, in order; of very much the beginning and the end, and a note between. */
  public synchronized List<Transcript.Entry> entries() {
    List<Transcript.Entry> all = new ArrayList<>(first);
    if (leftOut > 0) {
      String note = leftOut + " lines are left out here; transcript.log has them";
      all.add(
          new Transcript.Entry(last.getFirst().at(), switchName, Transcript.Direction.NOTE, note));
    }
    all.addAll(last);
    return List.copyOf(all);
  }

  /**
   * What was said since the last time it was taken, in order; of very much the beginning and the
   * end, and a note between.
   *
   * @param most how many lines, from 2 up
   */
  public synchronized List<Transcript.Entry> take(int most) {
    List<Transcript.Entry> all = entries();
    first.clear();
    last.clear();
    leftOut = 0;
    if (all.size() <= most) {
      return all;
    }
    List<Transcript.Entry> some = new ArrayList<>(all.subList(0, most / 2));
    String note = all.size() - most + " lines or more are left out here; transcript.log has them";
    some.add(new Transcript.Entry(some.get(0).at(), switchName, Transcript.Direction.NOTE, note));
    some.addAll(all.subList(all.size() - most / 2, all.size()));
    return List.copyOf(some);
  }

  /** Ends it; what was said stays. */
  @Override
  public void close() {
    end.accept(this);
  }
}
