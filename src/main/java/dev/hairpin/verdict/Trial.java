package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.wire.Probe;
import java.util.List;
import java.util.Optional;

/**
 * One probe and the circumstances under which its way was watched.
 *
 * @param title such as {@code A's unicast to B, reflective relay on}
 * @param probe as it was sent
 * @param watched where captures were running the whole time, in the order of the probe's way
 * @param fence what closed the watch
 * @param drops what captures and queues lost meanwhile; entries of zero frames may be there
 * @param trouble what went wrong in the lab, such as a sender that could not send
 */
public record Trial(
    String title,
    Probe probe,
    List<CapturePoint> watched,
    Fence fence,
    List<Drop> drops,
    Optional<String> trouble) {

  /**
   * Keeps copies of the lists.
   *
   * @throws IllegalArgumentException when the title says nothing
   */
  public Trial {
    Wording.required("title", title);
    watched = List.copyOf(watched);
    drops = List.copyOf(drops);
  }

  Trial closedBy(Fence other) {
    return new Trial(title, probe, watched, other, drops, trouble);
  }
}
