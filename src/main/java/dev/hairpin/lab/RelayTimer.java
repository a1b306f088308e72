package dev.hairpin.lab;

import dev.hairpin.capture.Sighting;
import dev.hairpin.host.Station;
import dev.hairpin.switches.RelayState;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Sets the relay while frames go from station A to station B, and looks when the wire followed. */
final class RelayTimer {
  private static final long GAP_NANOS = 300_000;

  private final UplinkSession uplink;
  private final RunTag run;
  private final Numbers numbers;
  private volatile boolean stop;

  RelayTimer(UplinkSession uplink, RunTag run, Numbers numbers) {
    this.uplink = uplink;
    this.run = run;
    this.numbers = numbers;
  }

  RelayPort.Timed set(RelayState wanted) throws IOException, InterruptedException {
    Station from = uplink.stations().member("A").station();
    MacAddress to = uplink.stations().member("B").mac();
    Set<Integer> sent = new HashSet<>();
    // Others on the switch are waited for first: their time isn't counted, and nothing is sent.
    Change made = uplink.relay().inTurn(() -> change(wanted, from, to, sent));
    uplink.fence(List.of(Sending.of("timing", from, to)));
    uplink.relay().lookAround(wanted);
    return new RelayPort.Timed(
        made.readback(), (made.end() - made.start()) / 1e6, wire(wanted, sent, made.start()));
  }

  /** One change and its time, nanoseconds since 1970. */
  private record Change(RelayState readback, long start, long end) {}

  private Change change(RelayState wanted, Station from, MacAddress to, Set<Integer> sent)
      throws IOException, InterruptedException {
    Thread stream = new Thread(() -> stream(from, to, sent), "hairpin-relay-timer");
    stream.setDaemon(true);
    stream.start();
    try {
      long start = now();
      RelayState readback = uplink.relay().setAlone(wanted);
      return new Change(readback, start, now());
    } finally {
      stop = true;
      stream.join();
    }
  }

  private void stream(Station from, MacAddress to, Set<Integer> sent) {
    try {
      while (!stop) {
        int number = numbers.next();
        sent.add(number);
        from.send(Probe.of(run, number, ProbeRole.PROBE, from.mac(), to).frame());
        LockSupport.parkNanos(GAP_NANOS);
      }
    } catch (IOException gone) {
      // Only the timing is lost; the frames that are judged are sent by others.
      stop = true;
    }
  }

  private OptionalDouble wire(RelayState wanted, Set<Integer> sent, long start) {
    LongStream reflected =
        uplink.log().from(0).stream()
            .filter(each -> each.point().equals(uplink.nicIn()))
            .filter(each -> each.mark().filter(mark -> sent.contains(mark.number())).isPresent())
            .mapToLong(Sighting::epochNanos)
            .filter(each -> each >= start);
    OptionalLong at = wanted == RelayState.ON ? reflected.min() : reflected.max();
    return at.isPresent()
        ? OptionalDouble.of((at.getAsLong() - start) / 1e6)
        : OptionalDouble.empty();
  }

  private static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
