package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.CapturePoint.Kind;
import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Mark;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeCodec;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.ProbeShape;
import dev.hairpin.wire.RunTag;
import dev.hairpin.wire.VlanTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A's unicast to B under reflective relay, with whatever a test wants to happen to it. */
final class Scene {
  static final CapturePoint OUT = new CapturePoint("host eth3 out", Kind.NIC_OUT);
  static final CapturePoint IN = new CapturePoint("host eth3 in", Kind.NIC_IN);
  static final CapturePoint A = new CapturePoint("station A", Kind.STATION);
  static final CapturePoint B = new CapturePoint("station B", Kind.STATION);
  static final CapturePoint U = new CapturePoint("upstream", Kind.UPSTREAM);
  static final List<CapturePoint> POINTS = List.of(OUT, IN, B, A, U);

  static final long CLOSED = 1_000_000_000L;
  static final long MILLI = 1_000_000;
  static final Probe PROBE =
      Probe.of(
              new RunTag(0x5EED),
              42,
              ProbeRole.PROBE,
              MacAddress.parse("02:48:50:00:00:01"),
              MacAddress.parse("02:48:50:00:00:02"))
          .withShape(ProbeShape.PLAIN.tagged(VlanTag.of(120, 5)));

  static final Expectation LEAVES_ONCE =
      expect("it leaves the NIC exactly once", OUT, 1, Diagnosis.LOST, Diagnosis.DUPLICATE);
  static final Expectation BACK_ONCE =
      expect("it comes back once", IN, 1, Diagnosis.NO_REFLECTION, Diagnosis.DUPLICATE);
  static final Expectation B_ONCE =
      expect("B receives it exactly once", B, 1, Diagnosis.LOST, Diagnosis.DUPLICATE);
  static final Expectation A_NEVER =
      expect("A never hears it", A, 0, Diagnosis.LOST, Diagnosis.RETURNED_TO_SENDER);
  static final List<Expectation> REFLECTED = List.of(LEAVES_ONCE, BACK_ONCE, B_ONCE, A_NEVER);

  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Drop> drops = new ArrayList<>();
  private List<Expectation> expectations = REFLECTED;
  private List<CapturePoint> watched = POINTS;
  private Fence.State fence = Fence.State.RETURNED;
  private Optional<String> trouble = Optional.empty();

  /** Nothing was seen yet. */
  static Scene empty() {
    return new Scene();
  }

  /** All as it should be. */
  static Scene reflected() {
    return empty().seen(OUT).seen(IN).seen(B);
  }

  static Expectation expect(
      String claim, CapturePoint point, int count, Diagnosis tooFew, Diagnosis tooMany) {
    return new Expectation(claim, point, Quantity.exactly(count), tooFew, tooMany);
  }

  Scene seen(CapturePoint point) {
    return copy(point, -MILLI, PROBE.frame());
  }

  Scene late(CapturePoint point, long millis) {
    return copy(point, millis * MILLI, PROBE.frame());
  }

  Scene copy(CapturePoint point, long afterClosing, byte[] frame) {
    Optional<Mark> mark = ProbeCodec.recognise(frame);
    return add(new Sighting(point, sightings.size(), CLOSED + afterClosing, frame, mark));
  }

  Scene add(Sighting sighting) {
    sightings.add(sighting);
    return this;
  }

  Scene expecting(Expectation... expected) {
    expectations = Arrays.asList(expected);
    return this;
  }

  Scene watching(CapturePoint... points) {
    watched = Arrays.asList(points);
    return this;
  }

  Scene fence(Fence.State state) {
    fence = state;
    return this;
  }

  Scene dropping(String where, long frames) {
    drops.add(new Drop(where, frames));
    return this;
  }

  Scene trouble(String text) {
    trouble = Optional.of(text);
    return this;
  }

  Trial trial() {
    return new Trial(
        "A's unicast to B",
        PROBE,
        watched,
        new Fence(
            fence,
            CLOSED,
            Duration.ofMillis(20),
            fence == Fence.State.RETURNED ? "" : "the answer to the fence"),
        drops,
        trouble);
  }

  List<Expectation> expectations() {
    return expectations;
  }

  List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  Verdict judged() {
    return Judge.judge(trial(), expectations, sightings);
  }

  @Override
  public String toString() {
    return trial() + "\nexpecting " + expectations + "\nseen " + sightings;
  }
}
