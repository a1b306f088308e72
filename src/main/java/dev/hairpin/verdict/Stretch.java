package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sightings of one time, by their {@linkplain Sighting#order() order}: those of frames that had
 * begun their way before the fence behind them was sent. What guests send of their own accord
 * behind it isn't closed by it, and isn't judged.
 *
 * @param from the first
 * @param fenced the first behind the fence's sending
 * @param to the one behind the last
 */
public record Stretch(long from, long fenced, long to) {
  /**
   * Takes them out of all.
   *
   * @param sightings those of the time, or more
   */
  public List<Sighting> of(List<Sighting> sightings) {
    List<Sighting> within =
        sightings.stream().filter(each -> each.order() >= from && each.order() < to).toList();
    Set<ByteBuffer> begun =
        within.stream()
            .filter(each -> each.order() < fenced)
            .map(each -> ByteBuffer.wrap(each.frame()))
            .collect(Collectors.toSet());
    return within.stream().filter(each -> begun.contains(ByteBuffer.wrap(each.frame()))).toList();
  }
}
