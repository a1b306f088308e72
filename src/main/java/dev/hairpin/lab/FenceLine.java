package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.Station;
import dev.hairpin.verdict.Fence;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.ProbeShape;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proves absence. Behind a probe goes a fence of its class: a frame that must travel the same
 * queues (sender, uplink, switch, upstream), and answers of that class back down the same switch
 * port, one to each receiver. Queues keep the order of frames of one class, so once the answers are
 * there, a reflection of the probe would have come before them.
 *
 * <p>The class counts: Linux macvlan delivers unicast at once and broadcast through a work queue
 * ({@code macvlan_broadcast_enqueue}), and switches queue them apart too. So does the shape: a
 * fence carries the probe's tag, for its PCP chooses the queue, and begins like it.
 */
final class FenceLine {
  /** What takes the fence's place where a lab has no upstream. */
  static final Duration WITHOUT_UPSTREAM = Duration.ofMillis(500);

  private static final Duration DEADLINE = Duration.ofSeconds(1);

  private final RunTag run;
  private final Numbers numbers;
  private final SightingLog log;
  private final Optional<Upstream> upstream;
  private final CapturePoint nicIn;
  private final List<Fence.Arrival> arrivals = new ArrayList<>();
  private int attempts = 2;

  /**
   * A line.
   *
   * @param nicIn where the answers come back into the NIC, whoever hears them behind it
   */
  FenceLine(
      RunTag run,
      Numbers numbers,
      SightingLog log,
      Optional<Upstream> upstream,
      CapturePoint nicIn) {
    this.run = run;
    this.numbers = numbers;
    this.log = log;
    this.upstream = upstream;
    this.nicIn = nicIn;
  }

  /**
   * How one fence came out.
   *
   * @param arrivals what showed that it returned
   */
  record Crossing(Fence.State state, String detail, List<Fence.Arrival> arrivals) {
    static Crossing of(Fence.State state, String detail) {
      return new Crossing(state, detail, List.of());
    }
  }

  /**
   * Sends fences behind a frame until one comes back or they are lost.
   *
   * @param behind the frame
   * @param receivers everybody on the uplink whose hearing must be closed
   * @param answering who can answer for the uplink when the frame came from the upstream
   */
  Crossing close(Sending behind, List<Receiver> receivers, Optional<Station> answering)
      throws InterruptedException {
    if (upstream.isEmpty()) {
      log.await(() -> false, WITHOUT_UPSTREAM);
      return Crossing.of(
          Fence.State.NO_UPSTREAM,
          "no upstream in this lab: %d ms were waited in place of a fence"
              .formatted(WITHOUT_UPSTREAM.toMillis()));
    }
    List<Receiver> hearing =
        behind.closedBy().isGroup()
            ? receivers.stream().filter(each -> each.hears(behind.closedBy())).toList()
            : receivers;
    Sending alike = behind.shaped(behind.shape().smallest());
    String lost = cross(upstream.get(), alike, hearing, answering);
    if (lost.isEmpty()) {
      return returned("");
    }
    if (!alike.shape().equals(ProbeShape.PLAIN)) {
      // A switch that drops all frames of this shape drops its fence too.
      Sending plain = behind.shaped(ProbeShape.PLAIN);
      String plainLost = cross(upstream.get(), plain, hearing, answering);
      return plainLost.isEmpty()
          ? returned(
              "a fence of the frame's own kind was lost (%s), a plain one came back"
                  .formatted(lost))
          : lost(upstream.get(), plain, plainLost, receivers, answering);
    }
    return lost(upstream.get(), alike, lost, receivers, answering);
  }

  /** Where only groups are lost, the switch may be told to drop them: that is worth a word. */
  private Crossing lost(
      Upstream far,
      Sending behind,
      String lost,
      List<Receiver> receivers,
      Optional<Station> answering)
      throws InterruptedException {
    boolean groupsOnly =
        behind.closedBy().isGroup()
            && cross(
                    far,
                    behind.shaped(ProbeShape.PLAIN).closedBy(far.station().mac()),
                    receivers,
                    answering)
                .isEmpty();
    return Crossing.of(
        Fence.State.LOST,
        groupsOnly
            ? lost
                + "; a unicast fence came back, so look for what drops frames to groups: storm control, IGMP or MLD snooping, flooding switched off"
            : lost);
  }

  private Crossing returned(String detail) {
    return new Crossing(Fence.State.RETURNED, detail, List.copyOf(arrivals));
  }

  /** Tries until a fence comes back; gives where the last was lost, or nothing. */
  private String cross(
      Upstream far, Sending behind, List<Receiver> receivers, Optional<Station> answering)
      throws InterruptedException {
    List<Receiver> hearing = receivers.stream().filter(each -> each.sees(behind.shape())).toList();
    String lost = "";
    for (int attempt = 0; attempt < attempts; attempt++) {
      arrivals.clear();
      try {
        lost =
            behind.from() == far.station()
                ? down(far, behind, hearing, answering)
                : up(far, behind, hearing);
      } catch (IOException failed) {
        lost = String.valueOf(failed.getMessage());
      }
      if (lost.isEmpty()) {
        attempts = 2;
        return "";
      }
    }
    // The way is broken; the next checks needn't each find that out twice.
    attempts = 1;
    return lost;
  }

  /** From the uplink to the upstream, answered down; gives where it was lost, or nothing. */
  private String up(Upstream far, Sending behind, List<Receiver> hearing)
      throws IOException, InterruptedException {
    MacAddress out = towards(behind, far.station().mac());
    int fence = send(behind.from(), behind.source(), out, ProbeRole.FENCE, behind.shape());
    if (!seen(far.point(), fence)) {
      return lost("the fence", far.point());
    }
    return deliver(far.station(), behind, hearing, ProbeRole.ANSWER, "the fence's answer");
  }

  /** From the upstream to the uplink, answered up; gives where it was lost, or nothing. */
  private String down(
      Upstream far, Sending behind, List<Receiver> hearing, Optional<Station> answering)
      throws IOException, InterruptedException {
    String lost = deliver(far.station(), behind, hearing, ProbeRole.FENCE, "the fence");
    if (!lost.isEmpty() || answering.isEmpty()) {
      return lost;
    }
    Station near = answering.get();
    int answer =
        send(
            near,
            near.mac(),
            towards(behind, far.station().mac()),
            ProbeRole.ANSWER,
            behind.shape());
    return seen(far.point(), answer) ? "" : lost("the fence's answer", far.point());
  }

  /** Down the switch port, to everybody who is to hear; gives where it was lost, or nothing. */
  private String deliver(
      Station from, Sending behind, List<Receiver> hearing, ProbeRole role, String what)
      throws IOException, InterruptedException {
    Map<Integer, Receiver> sent = new LinkedHashMap<>();
    if (behind.closedBy().isGroup()) {
      int number = send(from, from.mac(), behind.closedBy(), role, behind.shape());
      for (CapturePoint point : points(hearing)) {
        if (!seen(point, number)) {
          return lost(what, point);
        }
      }
      return "";
    }
    for (Receiver each : hearing) {
      sent.put(send(from, from.mac(), each.mac(), role, behind.shape()), each);
    }
    if (sent.isEmpty()) {
      return "nobody on the uplink could hear " + what;
    }
    for (Map.Entry<Integer, Receiver> each : sent.entrySet()) {
      for (CapturePoint point : points(List.of(each.getValue()))) {
        if (!seen(point, each.getKey())) {
          return lost(what, point);
        }
      }
    }
    return "";
  }

  private List<CapturePoint> points(List<Receiver> hearing) {
    return Stream.concat(Stream.of(nicIn), hearing.stream().map(Receiver::point)).toList();
  }

  private static String lost(String what, CapturePoint point) {
    return "%s did not reach %s within %d s".formatted(what, point, DEADLINE.toSeconds());
  }

  private static MacAddress towards(Sending behind, MacAddress far) {
    return behind.closedBy().isGroup() ? behind.closedBy() : far;
  }

  private int send(
      Station from, MacAddress source, MacAddress destination, ProbeRole role, ProbeShape shape)
      throws IOException {
    int number = numbers.next();
    from.send(new Probe(run, number, role, source, destination, shape).frame());
    return number;
  }

  private boolean seen(CapturePoint point, int fence) throws InterruptedException {
    boolean seen = log.await(() -> log.count(fence, point) > 0, DEADLINE);
    if (seen) {
      arrivals.add(new Fence.Arrival(fence, point));
    }
    return seen;
  }
}
