package dev.hairpin.steps;

import dev.hairpin.lab.Load;
import dev.hairpin.verdict.BurstFigures;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.RateSearch;
import dev.hairpin.wire.ProbeShape;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Load: how many frames go through without a loss, and how long each takes. */
public final class LoadSteps {
  /** RFC 2544 section 9.1, octets with header and FCS. */
  private static final List<Integer> SIZES = List.of(64, 128, 256, 512, 1_024, 1_280, 1_518);

  private static final int HEADER_AND_FCS = 18;
  private static final double SLOWEST = 500;
  private static final int TRIALS = 14;

  private final CheckScope check;
  private final Loads loads;

  public LoadSteps(CheckScope check) {
    this.check = check;
    this.loads = new Loads(check);
  }

  @When(
      "{actor} sends {int} numbered frames of each RFC 2544 size to {actor} at the highest rate that loses none")
  public void throughput(Actor from, int count, Actor to) throws IOException, InterruptedException {
    NumberedFrames.requireAtRate(check, from, count, to);
    int mtu = check.uplink().nicFacts().mtu();
    for (int size : SIZES) {
      if (size - HEADER_AND_FCS <= mtu) {
        search(from, to, count, size);
      }
    }
  }

  private void search(Actor from, Actor to, int count, int size)
      throws IOException, InterruptedException {
    RateSearch.Found<LoadTrial> found =
        RateSearch.find(
            (RateSearch.Offer<LoadTrial, IOException>) rate -> offer(from, to, count, size, rate),
            SLOWEST,
            TRIALS);
    check.measurements().put("trial-frames", (double) count);
    check.measurements().merge("trials", (double) found.trials(), Double::sum);
    check.measurements().merge("trials-held-again", (double) found.heldAgain(), Double::sum);
    String name = "throughput-%d".formatted(size);
    check
        .measurements()
        .put(
            "loss-at-full-speed-%d-percent".formatted(size),
            found.fullSpeed().what().figures().lossPercent());
    found.best().ifPresent(best -> check.measurements().put(name + "-fps", best.rate()));
    if (found.best().isPresent()) {
      found
          .notOffered()
          .ifPresent(
              none ->
                  check.assume(
                      "frames of %d octets may go through at a higher rate than was found, for this host could not offer them evenly at %.0f a second"
                          .formatted(size, none.what().rate().wanted())));
    }
    // Nothing held: what the slowest trial came to is the verdict.
    loads.hold(found.decisive().what());
  }

  private RateSearch.Tried<LoadTrial> offer(Actor from, Actor to, int count, int size, double rate)
      throws IOException, InterruptedException {
    String speed = Double.isInfinite(rate) ? "full speed" : "%.0f frames a second".formatted(rate);
    LoadTrial trial =
        loads.send(
            "%d frames of %d octets from %s to %s at %s".formatted(count, size, from, to, speed),
            from,
            to,
            new Load(count, ProbeShape.PLAIN.sized(size - HEADER_AND_FCS), rate));
    return new RateSearch.Tried<>(trial.rate().real(), trial.result(), trial);
  }

  @When("{actor} sends {actor} frames from {int} addresses")
  public void crowd(Actor from, Actor to, int addresses) throws IOException, InterruptedException {
    check.requireSome(addresses, "addresses");
    String claim =
        "the last of %d frames, each from an address of its own, arrives".formatted(addresses);
    boolean arrived =
        check.uplink().crowd(from.on(check.uplink()), to.on(check.uplink()), addresses);
    check.measurements().put("addresses", (double) addresses);
    check.find(
        arrived
            ? Finding.passed(claim, "it arrived")
            : Finding.failed(claim, Diagnosis.LOST, "%s did not receive it".formatted(to)));
  }

  @When(
      "{actor} sends {int} numbered frames to {actor} at {int} frames a second, and each is timed")
  public void latency(Actor from, int count, Actor to, int rate)
      throws IOException, InterruptedException {
    NumberedFrames.requireAtRate(check, from, count, to);
    check.requireSome(rate, "frames a second");
    LoadTrial trial =
        loads.send(
            "%d frames from %s to %s at %d a second".formatted(count, from, to, rate),
            from,
            to,
            new Load(count, ProbeShape.PLAIN, rate));
    check.measurements().put("offered-fps", trial.rate().real());
    BurstFigures figures = trial.figures();
    // The way: out of the NIC, into the NIC, at the receiver.
    BurstFigures.percentiles("switch-us", figures.times(0, 1), check.measurements());
    BurstFigures.percentiles("one-way-us", figures.times(0, 2), check.measurements());
    loads.hold(trial);
  }

  @When(
      "{actor} and {actor} exchange {int} frames, each the answer to the one before, and each is timed")
  public void roundTrips(Actor first, Actor second, int count)
      throws IOException, InterruptedException {
    check.requireSome(count, "frames");
    Histogram times = new Histogram(3);
    check
        .uplink()
        .roundTrips(first.on(check.uplink()), second.on(check.uplink()), count, times::recordValue);
    BurstFigures.percentiles("round-trip-us", times, check.measurements());
    String claim = "each of %d frames is answered".formatted(count);
    String seen = "%d were".formatted(times.getTotalCount());
    // Nothing closed the way behind a frame that was not answered in time: it may still come.
    check.find(
        times.getTotalCount() == count
            ? Finding.passed(claim, seen)
            : Finding.inconclusive(claim, seen));
  }
}
