package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is judged: a trial, what was expected of it, and what was seen of it. Copies stand in the
 * order of the probe's way, so that the interleaving of different captures doesn't matter. Points
 * are told apart by name, which is unique on an uplink.
 */
final class Case {
  private final Trial trial;
  private final List<Expectation> expectations;
  private final List<Copy> copies;
  private final Optional<Sighting> stranger;

  private Case(
      Trial trial, List<Expectation> expectations, List<Copy> copies, Optional<Sighting> stranger) {
    this.trial = trial;
    this.expectations = expectations;
    this.copies = copies;
    this.stranger = stranger;
  }

  static Case of(Trial trial, List<Expectation> expectations, List<Sighting> sightings) {
    byte[] sent = trial.probe().frame();
    List<String> way = trial.watched().stream().map(CapturePoint::name).toList();
    List<Copy> copies =
        sightings.stream()
            .sorted(
                Comparator.comparingInt((Sighting each) -> place(way, each.point()))
                    .thenComparing(each -> each.point().kind())
                    .thenComparing(each -> each.point().name())
                    .thenComparingLong(Sighting::order))
            .map(each -> copy(trial, sent, each))
            .toList();
    Optional<Sighting> stranger =
        sightings.stream().filter(each -> !isCopy(trial, sent, each)).findFirst();
    return new Case(trial, List.copyOf(expectations), copies, stranger);
  }

  private static int place(List<String> way, CapturePoint point) {
    int index = way.indexOf(point.name());
    return index < 0 ? way.size() : index;
  }

  private static Copy copy(Trial trial, byte[] sent, Sighting sighting) {
    return new Copy(
        sighting.point(),
        sighting.epochNanos(),
        Comparison.of(sent, sighting.frame()),
        sighting.epochNanos() - trial.fence().closedEpochNanos());
  }

  /**
   * Whether a sighting is one of this trial's probe. Other bytes under a checksum that holds were
   * not altered on their way: they were sent so, under a number given twice.
   */
  private static boolean isCopy(Trial trial, byte[] sent, Sighting sighting) {
    return sighting
        .mark()
        .filter(mark -> mark.run().equals(trial.probe().run()))
        .filter(mark -> mark.number() == trial.probe().number())
        .filter(mark -> mark.role() == trial.probe().role())
        .filter(mark -> !mark.intact() || Comparison.of(sent, sighting.frame()).same())
        .isPresent();
  }

  Trial trial() {
    return trial;
  }

  List<Expectation> expectations() {
    return expectations;
  }

  List<Copy> copies() {
    return copies;
  }

  /** A sighting that is no copy of this trial's probe, if one was handed in. */
  Optional<Sighting> stranger() {
    return stranger;
  }

  List<Copy> at(CapturePoint point) {
    return copies.stream().filter(each -> each.point().name().equals(point.name())).toList();
  }

  int count(CapturePoint point) {
    return at(point).size();
  }

  boolean watches(CapturePoint point) {
    return trial.watched().stream().anyMatch(each -> each.name().equals(point.name()));
  }

  List<Expectation> exceeded() {
    return expectations.stream()
        .filter(each -> each.quantity().exceededBy(count(each.point())))
        .toList();
  }

  List<Expectation> missed() {
    return expectations.stream()
        .filter(each -> each.quantity().missedBy(count(each.point())))
        .toList();
  }

  /** Every place that was watched, that something was expected at, or that saw a copy. */
  List<CapturePoint> points() {
    List<CapturePoint> points = new ArrayList<>();
    Stream.of(
            trial.watched().stream(),
            expectations.stream().map(Expectation::point),
            copies.stream().map(Copy::point))
        .flatMap(each -> each)
        .filter(each -> points.stream().noneMatch(known -> known.name().equals(each.name())))
        .forEach(points::add);
    return points;
  }
}
