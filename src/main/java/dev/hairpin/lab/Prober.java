package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.Station;
import dev.hairpin.linux.Precedence;
import dev.hairpin.verdict.Burst;
import dev.hairpin.verdict.Drop;
import dev.hairpin.verdict.Fence;
import dev.hairpin.verdict.Trial;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends probes, closes each way with a fence, waits the guard, and gives what is needed to judge
 * them.
 */
final class Prober {
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  /** So long before the guard ends captures are woken to catch up with its end. */
  private static final Duration AWAKE = Duration.ofMillis(1);

  private static final Duration ANNOUNCEMENT = Duration.ofSeconds(1);

  private final RunTag run;
  private final Numbers numbers;
  private final SightingLog log;
  private final FenceLine fences;
  private final Duration guard;
  private final Map<String, String> places;
  private final Map<Integer, String> senders = new ConcurrentHashMap<>();
  private volatile OptionalLong lastSent = OptionalLong.empty();

  /**
   * A prober.
   *
   * @param guard how long after a fence a late frame is still waited for
   * @param places what the capture point of a station is called, where it isn't {@code station
   *     NAME}
   */
  Prober(
      RunTag run,
      Numbers numbers,
      SightingLog log,
      FenceLine fences,
      Duration guard,
      Map<String, String> places) {
    this.run = run;
    this.numbers = numbers;
    this.log = log;
    this.fences = fences;
    this.guard = guard;
    this.places = places;
  }

  /**
   * Sends the frames in their order and waits until nothing of them can come any more.
   *
   * @param watchers everybody who sees frames meanwhile
   * @return a trial for each sending, in their order
   */
  List<Trial> send(
      List<Sending> sendings,
      List<Watcher> watchers,
      List<Receiver> receivers,
      Optional<Station> answering)
      throws InterruptedException {
    long[] before = dropped(watchers);
    List<Probe> probes = new ArrayList<>();
    List<Optional<String>> troubles = new ArrayList<>();
    for (Sending each : sendings) {
      Probe probe = each.probe(run, numbers.next());
      probes.add(probe);
      String sender = each.from().name();
      senders.put(probe.number(), places.getOrDefault(sender, "station " + sender));
      troubles.add(sendOne(each, probe));
    }
    lastSent = OptionalLong.of(System.nanoTime());
    Fence fence = close(sendings, watchers, receivers, answering);
    List<Drop> drops = drops(watchers, before, dropped(watchers));
    Optional<String> blind = watchers.stream().flatMap(each -> each.trouble().stream()).findFirst();
    List<CapturePoint> watched = watchers.stream().map(Watcher::point).toList();
    List<Trial> trials = new ArrayList<>();
    for (int index = 0; index < probes.size(); index++) {
      trials.add(
          new Trial(
              sendings.get(index).title(),
              probes.get(index),
              watched,
              fence,
              drops,
              troubles.get(index).or(() -> blind)));
    }
    return trials;
  }

  /**
   * Sends numbered frames of one kind at a rate and waits until nothing of them can come any more.
   *
   * @param like what each of them is
   * @param way where they must pass
   */
  Burst burst(
      Sending like,
      int first,
      Load load,
      List<CapturePoint> way,
      List<Watcher> watchers,
      List<Receiver> receivers)
      throws InterruptedException {
    int count = load.count();
    byte[][] frames = new byte[count][];
    for (int index = 0; index < count; index++) {
      frames[index] = like.probe(run, first + index).frame();
    }
    long[] before = dropped(watchers);
    Optional<String> trouble = Optional.empty();
    try {
      offer(frames, like.from(), load);
    } catch (IOException refused) {
      trouble = Optional.of(like.from().name() + " could not send: " + refused.getMessage());
    }
    lastSent = OptionalLong.of(System.nanoTime());
    Fence fence = close(List.of(like), watchers, receivers, Optional.empty());
    List<Drop> drops = drops(watchers, before, dropped(watchers));
    Optional<String> blind = watchers.stream().flatMap(each -> each.trouble().stream()).findFirst();
    return new Burst(like.title(), first, count, way, fence, drops, trouble.or(() -> blind));
  }

  private static void offer(byte[][] frames, Station from, Load load) throws IOException {
    if (Double.isInfinite(load.framesPerSecond())) {
      // The captures need this processor as much.
      sendAll(frames, from, Pace.start(load.framesPerSecond()));
      return;
    }
    try (Precedence sending = Precedence.take()) {
      sendAll(frames, from, Pace.start(load.framesPerSecond()));
    }
  }

  private static void sendAll(byte[][] frames, Station from, Pace pace) throws IOException {
    for (byte[] frame : frames) {
      pace.await();
      from.send(frame);
    }
  }

  /**
   * Lets the switch learn where a station is, and waits until the announcement has come through it.
   */
  void announce(Station station, CapturePoint arrival) throws IOException, InterruptedException {
    int number = numbers.next();
    station.send(
        Probe.of(run, number, ProbeRole.ANSWER, station.mac(), MacAddress.BROADCAST).frame());
    log.await(() -> log.count(number, arrival) > 0, ANNOUNCEMENT);
  }

  /** When the last probe was sent, by {@link System#nanoTime}. */
  OptionalLong lastSent() {
    return lastSent;
  }

  /** The place that a probe was sent from. */
  Optional<String> senderOf(int probeNumber) {
    return Optional.ofNullable(senders.get(probeNumber));
  }

  /** Closes the way behind frames that were not sent here, such as a guest's. */
  Fence close(
      List<Sending> sendings,
      List<Watcher> watchers,
      List<Receiver> receivers,
      Optional<Station> answering)
      throws InterruptedException {
    if (sendings.isEmpty()) {
      throw new IllegalArgumentException("a fence goes behind a frame, and there is none");
    }
    Map<String, Sending> ways = new LinkedHashMap<>();
    sendings.forEach(each -> ways.put(way(each), each));
    FenceLine.Crossing worst = FenceLine.Crossing.of(Fence.State.RETURNED, "");
    List<Fence.Arrival> arrivals = new ArrayList<>();
    for (Sending each : ways.values()) {
      FenceLine.Crossing crossing = fences.close(each, receivers, answering);
      arrivals.addAll(crossing.arrivals());
      if (crossing.state() != Fence.State.RETURNED || worst.detail().isEmpty()) {
        worst = crossing;
      }
      if (crossing.state() == Fence.State.LOST) {
        break;
      }
    }
    long guarded = System.nanoTime() + guard.toNanos();
    waitUntil(guarded - AWAKE.toNanos());
    List<Watcher.CatchingUp> asked = watchers.stream().map(each -> each.catchUp(guarded)).toList();
    for (int index = 0; index < asked.size(); index++) {
      if (!asked.get(index).within(CATCH_UP)) {
        worst =
            FenceLine.Crossing.of(
                Fence.State.LOST,
                "the capture at " + watchers.get(index).point() + " did not keep up");
      }
    }
    waitUntil(guarded);
    Duration waited =
        worst.state() == Fence.State.NO_UPSTREAM ? FenceLine.WITHOUT_UPSTREAM.plus(guard) : guard;
    return new Fence(worst.state(), now(), waited, worst.detail(), arrivals);
  }

  private void waitUntil(long moment) throws InterruptedException {
    log.await(() -> false, Duration.ofNanos(moment - System.nanoTime()));
  }

  /** Frames of one sender and one class share a fence: the last one's. */
  private static String way(Sending sending) {
    boolean group = sending.closedBy().isGroup();
    return "%s %s %s"
        .formatted(
            sending.from().name(),
            group ? sending.closedBy() : "unicast",
            sending.shape().smallest());
  }

  private static Optional<String> sendOne(Sending sending, Probe probe) {
    try {
      sending.from().send(probe.frame());
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of(sending.from().name() + " could not send: " + refused.getMessage());
    }
  }

  private static long[] dropped(List<Watcher> watchers) {
    long[] counts = new long[watchers.size()];
    for (int index = 0; index < counts.length; index++) {
      try {
        counts[index] = watchers.get(index).dropped();
      } catch (IOException unreadable) {
        // A counter that can't be read may have counted: judged as a drop.
        counts[index] = -1;
      }
    }
    return counts;
  }

  private static List<Drop> drops(List<Watcher> watchers, long[] before, long[] after) {
    List<Drop> drops = new ArrayList<>();
    for (int index = 0; index < after.length; index++) {
      long lost = after[index] < 0 ? 1 : after[index] - before[index];
      if (lost != 0) {
        drops.add(new Drop(watchers.get(index).point().name(), Math.abs(lost)));
      }
    }
    return drops;
  }

  private static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
