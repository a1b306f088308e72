package dev.hairpin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What Linux was measured to do between two stations, each absence behind a fence. */
class MeasuredTableTest {
  private static final int UNICAST = 1;
  private static final int BROADCAST = 2;
  private static final int FENCE = 3;
  private static final int ANSWER_BROADCAST = 4;

  private record Cell(int unicast, int broadcast, int back) {}

  @Test
  void relayOn() throws IOException {
    assertThat(table(true))
        .isEqualTo(
            """
            vepa vepa 1 1 0
            vepa bridge 1 1 0
            vepa private 1 0 0
            bridge vepa 1 1 0
            bridge bridge 1 1 0
            bridge private 1 0 0
            private vepa 1 0 1
            private bridge 1 0 1
            private private 1 0 1
            """);
  }

  @Test
  void relayOff() throws IOException {
    assertThat(table(false))
        .isEqualTo(
            """
            vepa vepa 0 0 0
            vepa bridge 0 0 0
            vepa private 0 0 0
            bridge vepa 0 0 0
            bridge bridge 1 1 0
            bridge private 0 0 0
            private vepa 0 0 0
            private bridge 0 0 0
            private private 0 0 0
            """);
  }

  private static String table(boolean relay) throws IOException {
    StringBuilder table = new StringBuilder();
    try (Cable cable = new Cable()) {
      cable.pair.hairpin(relay);
      for (MacvtapMode from : MacvtapMode.values()) {
        for (MacvtapMode to : MacvtapMode.values()) {
          if (from != MacvtapMode.PASSTHRU && to != MacvtapMode.PASSTHRU) {
            Cell cell = measure(cable.host, from, to);
            table.append(
                "%s %s %d %d %d%n"
                    .formatted(
                        from.kernelName(),
                        to.kernelName(),
                        cell.unicast,
                        cell.broadcast,
                        cell.back));
          }
        }
      }
    }
    return table.toString();
  }

  private static Cell measure(KvmHost host, MacvtapMode from, MacvtapMode to) throws IOException {
    Ear atA = new Ear();
    Ear atB = new Ear();
    Ear atUpstream = new Ear();
    try (BareStation a = host.bareStation("A", "eth3", from, atA);
        BareStation b = host.bareStation("B", "eth3", to, atB);
        HostStation upstream = host.hostStation("upstream", "eth4", atUpstream)) {
      a.send(Ear.frame(b.mac(), a.mac(), UNICAST));
      a.send(Ear.frame(MacAddress.BROADCAST, a.mac(), BROADCAST));
      a.send(Ear.frame(MacAddress.BROADCAST, a.mac(), FENCE));
      atUpstream.await(FENCE);
      upstream.send(Ear.frame(MacAddress.BROADCAST, upstream.mac(), ANSWER_BROADCAST));
      atA.await(ANSWER_BROADCAST);
      atB.await(ANSWER_BROADCAST);
      assertThat(a.dropped() + b.dropped() + upstream.dropped()).isZero();
      return new Cell(atB.copies(UNICAST), atB.copies(BROADCAST), atA.copies(BROADCAST));
    }
  }
}
