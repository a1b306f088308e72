package dev.hairpin.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.wire.PackedMark;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pcap4j.core.PcapHandle;

class CaptureSetTest {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final CaptureFilter PROBES = CaptureFilter.EVERYTHING.orEtherType(Frames.PROBE);
  private static final CapturePoint OUT = new CapturePoint("eth3 out", CapturePoint.Kind.NIC_OUT);
  private static final CapturePoint IN = new CapturePoint("eth3 in", CapturePoint.Kind.NIC_IN);
  private static final RunTag RUN = new RunTag(5);

  private final SightingLog log =
      new SightingLog(
          RUN,
          (run, bytes, from, to) -> PackedMark.of(Frames.number(bytes), ProbeRole.PROBE, true));
  private HairpinWire wire;

  @BeforeEach
  void wire() throws Exception {
    wire = new HairpinWire("set");
  }

  @AfterEach
  void remove() throws Exception {
    wire.close();
  }

  private CaptureSet.Place place(CapturePoint point, CaptureDirection direction, String nic) {
    return new CaptureSet.Place(point, wire.namespace(), nic, CaptureOptions.of(direction, PROBES));
  }

  @Test
  void bringsAllPointsIntoOneLog() throws Exception {
    try (PcapHandle sender = wire.sender();
        CaptureSet set =
            CaptureSet.open(
                List.of(
                    place(OUT, CaptureDirection.OUT, "eth3"),
                    place(IN, CaptureDirection.IN, "eth3")),
                log)) {
      sender.sendPacket(Frames.probe(3));
      assertThat(log.await(() -> log.count(3, IN) == 1, DEADLINE)).as("%s", set).isTrue();
      assertThat(set.caughtUp(DEADLINE)).isTrue();
      assertThat(log.of(3)).extracting(Sighting::point).containsExactlyInAnyOrder(OUT, IN);
      assertThat(set.dropped()).containsExactly(Map.entry(OUT, 0L), Map.entry(IN, 0L));
      assertThat(set.truncated()).containsOnlyKeys(OUT, IN).containsValue(0L);
      assertThat(set.trouble()).isEmpty();
      assertThat(set.toString())
          .contains("hpt-capture-set eth3 OUT: 1 frames")
          .contains("hpt-capture-set eth3 IN: 1 frames");
    }
  }

  @Test
  void opensAllOrNone() throws Exception {
    List<CaptureSet.Place> places =
        List.of(place(OUT, CaptureDirection.OUT, "eth3"), place(IN, CaptureDirection.IN, "eth9"));
    assertThatThrownBy(() -> CaptureSet.open(places, log))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("eth9");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("hairpin-capture hpt-capture-set"));
  }

  @Test
  void refusesOnePointTwice() {
    List<CaptureSet.Place> places =
        List.of(place(OUT, CaptureDirection.OUT, "eth3"), place(OUT, CaptureDirection.IN, "eth3"));
    assertThatThrownBy(() -> CaptureSet.open(places, log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("eth3 out");
  }
}
