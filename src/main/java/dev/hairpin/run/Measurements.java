package dev.hairpin.run;

import dev.hairpin.capture.CapturePoint.Kind;
import dev.hairpin.capture.Sighting;
import dev.hairpin.steps.FinishedCheck;
import dev.hairpin.verdict.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a check measured beside its verdict; all times by the kernel's stamps on the NIC's captures.
 */
final class Measurements {
  private Measurements() {}

  static Map<String, Double> of(FinishedCheck check, Function<Trial, List<Sighting>> copies) {
    Map<String, Double> all = new LinkedHashMap<>(check.measurements());
    OptionalDouble reflection =
        check.record().trials().stream()
            .map(copies)
            .map(Measurements::reflectionNanos)
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .average();
    reflection.ifPresent(nanos -> all.put("one-way-us", nanos / 1e3));
    return all;
  }

  /** From leaving the NIC to coming back into it: the switch's share, and the cable's twice. */
  private static OptionalLong reflectionNanos(List<Sighting> copies) {
    OptionalLong out = first(copies, Kind.NIC_OUT);
    OptionalLong in = first(copies, Kind.NIC_IN);
    return out.isPresent() && in.isPresent() && in.getAsLong() >= out.getAsLong()
        ? OptionalLong.of(in.getAsLong() - out.getAsLong())
        : OptionalLong.empty();
  }

  private static OptionalLong first(List<Sighting> copies, Kind kind) {
    return copies.stream()
        .filter(each -> each.point().kind() == kind)
        .mapToLong(Sighting::epochNanos)
        .min();
  }
}
