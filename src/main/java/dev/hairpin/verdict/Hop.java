package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One place on a probe's way, for a drawing.
 *
 * @param point the place
 * @param watched whether a capture ran there the whole time
 * @param expected how many copies were expected, where something was; the first expectation if
 *     there are several
 * @param seen how many copies were seen
 * @param altered how many of them were changed on their way
 * @param late how many of them came after the watch had ended
 * @param firstEpochNanos when the first was seen, nanoseconds since 1970-01-01T00:00:00Z
 * @param lastEpochNanos when the last was seen
 * @param asExpected whether all that was expected here is so: the numbers right, none altered, none
 *     late, and watched where something was expected
 */
public record Hop(
    CapturePoint point,
    boolean watched,
    Optional<Quantity> expected,
    int seen,
    int altered,
    int late,
    OptionalLong firstEpochNanos,
    OptionalLong lastEpochNanos,
    boolean asExpected) {

  static Hop of(CapturePoint point, Case judged) {
    List<Copy> copies = judged.at(point);
    List<Quantity> expected =
        judged.expectations().stream()
            .filter(each -> each.point().name().equals(point.name()))
            .map(Expectation::quantity)
            .toList();
    int altered = (int) copies.stream().filter(Copy::altered).count();
    int late = (int) copies.stream().filter(Copy::late).count();
    boolean watched = judged.watches(point);
    return new Hop(
        point,
        watched,
        expected.stream().findFirst(),
        copies.size(),
        altered,
        late,
        copies.stream().mapToLong(Copy::epochNanos).min(),
        copies.stream().mapToLong(Copy::epochNanos).max(),
        expected.stream().allMatch(each -> watched && each.allows(copies.size()))
            && altered == 0
            && late == 0);
  }
}
