package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import java.util.List;
import java.util.Optional;

/**
 * Numbered frames sent one behind the other at full speed, and the circumstances under which they
 * were watched.
 *
 * @param title such as {@code 10000 frames from A to B at full speed}
 * @param first the number of the first; each has one more than the one before
 * @param count how many, from 1 up
 * @param way where they must pass, in this order: out of the NIC, into the NIC, at the receiver
 * @param fence what closed the watch
 * @param drops what captures and queues lost meanwhile
 * @param trouble what went wrong in the lab
 */
public record Burst(
    String title,
    int first,
    int count,
    List<CapturePoint> way,
    Fence fence,
    List<Drop> drops,
    Optional<String> trouble) {
  /** Keeps copies of the lists. */
  public Burst {
    Wording.required("title", title);
    if (count < 1) {
      throw new IllegalArgumentException("a burst of " + count + " frames is none");
    }
    way = List.copyOf(way);
    drops = List.copyOf(drops);
  }

  /** Whether a probe is one of its frames. */
  public boolean holds(int number) {
    return number >= first && number - first < count;
  }

  Burst closedBy(Fence other) {
    return new Burst(title, first, count, way, other, drops, trouble);
  }
}
