package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Everything that can happen to a probe, each often enough to meet the others. */
final class Scenes extends DomainContextBase {
  private record Seen(CapturePoint point, long afterClosing, byte[] frame) {}

  @Provide
  Arbitrary<Scene> scenes() {
    return Combinators.combine(
            seen().list().ofMaxSize(6),
            expectations(),
            rarely(Arbitraries.of(Scene.POINTS).list().uniqueElements(), Scene.POINTS),
            Arbitraries.frequency(
                Tuple.of(5, Fence.State.RETURNED),
                Tuple.of(2, Fence.State.NO_UPSTREAM),
                Tuple.of(1, Fence.State.LOST)),
            rarely(Arbitraries.longs().between(0, 3), 0L),
            rarely(Arbitraries.just(Optional.of("trouble")), Optional.<String>empty()))
        .as(Scenes::scene);
  }

  private static Scene scene(
      List<Seen> seen,
      List<Expectation> expectations,
      List<CapturePoint> watched,
      Fence.State fence,
      long dropped,
      Optional<String> trouble) {
    Scene scene =
        Scene.empty()
            .expecting(expectations.toArray(Expectation[]::new))
            .watching(watched.toArray(CapturePoint[]::new))
            .fence(fence)
            .dropping("station B", dropped);
    seen.forEach(each -> scene.copy(each.point(), each.afterClosing(), each.frame()));
    trouble.ifPresent(scene::trouble);
    return scene;
  }

  private static Arbitrary<Seen> seen() {
    return Combinators.combine(
            Arbitraries.of(Scene.POINTS),
            rarely(Arbitraries.longs().between(-50, 50), -1L),
            rarely(frames(), Scene.PROBE.frame()))
        .as(Seen::new);
  }

  private static Arbitrary<byte[]> frames() {
    byte[] sent = Scene.PROBE.frame();
    return Combinators.combine(
            Arbitraries.integers().between(0, sent.length - 1),
            Arbitraries.integers().between(1, 255))
        .as(
            (index, bits) -> {
              byte[] changed = sent.clone();
              changed[index] ^= (byte) (int) bits;
              return changed;
            });
  }

  private static Arbitrary<List<Expectation>> expectations() {
    Arbitrary<Quantity> quantities =
        Arbitraries.of(
            Quantity.none(),
            Quantity.exactly(1),
            Quantity.atMost(1),
            Quantity.atLeast(1),
            Quantity.any(),
            new Quantity(1, 2));
    Arbitrary<Expectation> single =
        Combinators.combine(Arbitraries.of(Scene.POINTS), quantities)
            .as(
                (point, quantity) ->
                    new Expectation(
                        point + " sees it " + quantity,
                        point,
                        quantity,
                        Diagnosis.LOST,
                        Diagnosis.DUPLICATE));
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(Scene.REFLECTED)), Tuple.of(3, single.list().ofMaxSize(3)));
  }

  private static <T> Arbitrary<T> rarely(Arbitrary<? extends T> rare, T usual) {
    return Arbitraries.frequencyOf(Tuple.of(1, rare), Tuple.of(19, Arbitraries.just(usual)));
  }
}
