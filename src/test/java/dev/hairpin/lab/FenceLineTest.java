package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.Station;
import dev.hairpin.verdict.Fence;
import dev.hairpin.wire.EtherFrame;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.ProbeCodec;
import dev.hairpin.wire.ProbeShape;
import dev.hairpin.wire.RunTag;
import dev.hairpin.wire.VlanTag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A fence on a switch made of lines of code, whose cables can be cut one by one. */
class FenceLineTest {
  private static final MacAddress A = MacAddress.parse("02:48:50:00:00:01");
  private static final MacAddress B = MacAddress.parse("02:48:50:00:00:02");
  private static final MacAddress U = MacAddress.parse("02:48:50:00:00:03");
  private static final CapturePoint IN = new CapturePoint("host eth3 in", CapturePoint.Kind.NIC_IN);
  private static final CapturePoint AT_A = new CapturePoint("station A", CapturePoint.Kind.STATION);
  private static final CapturePoint AT_B = new CapturePoint("station B", CapturePoint.Kind.STATION);
  private static final CapturePoint AT_U =
      new CapturePoint("upstream eth4 in", CapturePoint.Kind.UPSTREAM);

  private final RunTag run = RunTag.random();
  private final SightingLog log = new SightingLog(run, ProbeCodec::find);
  private static final ProbeShape TAGGED = ProbeShape.PLAIN.tagged(VlanTag.of(7, 5));
  private boolean tagsCut;
  private boolean upCut;
  private boolean downCut;
  private boolean deafB;

  private final Fake stationA = new Fake("A", A, this::up);
  private final Fake upstream = new Fake("upstream", U, this::down);
  private final FenceLine line =
      new FenceLine(run, new Numbers(), log, Optional.of(new Upstream(upstream, AT_U)), IN);

  private static final List<Receiver> BOTH =
      List.of(new Receiver(A, AT_A, Set.of()), new Receiver(B, AT_B, Set.of()));

  private record Fake(String name, MacAddress mac, BiConsumer<MacAddress, byte[]> cable)
      implements Station {
    @Override
    public void send(byte[] frame) {
      cable.accept(EtherFrame.of(frame).orElseThrow().destination(), frame);
    }

    @Override
    public long dropped() {
      return 0;
    }

    @Override
    public void close() {}
  }

  private void up(MacAddress destination, byte[] frame) {
    if (!upCut && !(tagsCut && frame.length > 60)) {
      log.at(AT_U).frame(1, frame);
    }
  }

  private void down(MacAddress destination, byte[] frame) {
    if (downCut) {
      return;
    }
    log.at(IN).frame(1, frame);
    if (destination.isGroup() || destination.equals(A)) {
      log.at(AT_A).frame(1, frame);
    }
    if ((destination.isGroup() || destination.equals(B)) && !deafB) {
      log.at(AT_B).frame(1, frame);
    }
  }

  private Fence.State close(Station from, MacAddress to) throws InterruptedException {
    return line.close(Sending.of("probe", from, to), BOTH, Optional.of(stationA)).state();
  }

  @Test
  void returnsOnlyWhenEveryReceiverHasItsAnswer() throws Exception {
    assertThat(close(stationA, B)).isEqualTo(Fence.State.RETURNED);
    assertThat(close(stationA, MacAddress.BROADCAST)).isEqualTo(Fence.State.RETURNED);

    deafB = true;

    assertThat(close(stationA, B)).isEqualTo(Fence.State.LOST);
    assertThat(close(stationA, MacAddress.BROADCAST)).isEqualTo(Fence.State.LOST);
  }

  @Test
  void isLostWhenTheWayUpOrDownIsCut() throws Exception {
    upCut = true;
    assertThat(close(stationA, B)).isEqualTo(Fence.State.LOST);

    upCut = false;
    downCut = true;
    assertThat(close(stationA, B)).isEqualTo(Fence.State.LOST);
  }

  @Test
  void fromTheUpstreamItIsAnsweredUpAgain() throws Exception {
    assertThat(close(upstream, A)).isEqualTo(Fence.State.RETURNED);

    upCut = true;
    assertThat(close(upstream, A)).isEqualTo(Fence.State.LOST);
  }

  @Test
  void aGroupThatNobodyHasJoinedStillNeedsItsAnswerAtTheNic() throws Exception {
    MacAddress group = MacAddress.parse("01:00:5e:7c:00:01");
    assertThat(close(stationA, group)).isEqualTo(Fence.State.RETURNED);

    downCut = true;
    assertThat(close(stationA, group)).isEqualTo(Fence.State.LOST);
  }

  @Test
  void withNobodyToHearItProvesNothing() throws Exception {
    FenceLine.Crossing crossing =
        line.close(Sending.of("probe", stationA, B), List.of(), Optional.empty());

    assertThat(crossing.state()).isEqualTo(Fence.State.LOST);
  }

  @Test
  void withoutAnUpstreamItSaysSo() throws Exception {
    FenceLine alone = new FenceLine(run, new Numbers(), log, Optional.empty(), IN);

    FenceLine.Crossing crossing =
        alone.close(Sending.of("probe", stationA, B), BOTH, Optional.of(stationA));

    assertThat(crossing.state()).isEqualTo(Fence.State.NO_UPSTREAM);
    assertThat(crossing.detail()).contains("no upstream").contains("500 ms");
  }

  @Test
  void looksLikeTheFrameBeforeIt() throws Exception {
    Sending tagged = Sending.of("probe", stationA, B).shaped(TAGGED);
    FenceLine.Crossing alike = line.close(tagged, BOTH, Optional.of(stationA));
    assertThat(alike.state()).isEqualTo(Fence.State.RETURNED);
    assertThat(alike.detail()).isEmpty();
    assertThat(log.from(0)).allSatisfy(each -> assertThat(each.frame()).hasSize(64));

    tagsCut = true;

    FenceLine.Crossing plain = line.close(tagged, BOTH, Optional.of(stationA));
    assertThat(plain.state()).isEqualTo(Fence.State.RETURNED);
    assertThat(plain.detail()).contains("of the frame's own kind was lost");
  }

  @Test
  void whoSeesPlainFramesOnlyIsNotWaitedForBehindOthers() throws Exception {
    deafB = true;
    List<Receiver> receivers =
        List.of(new Receiver(A, AT_A, Set.of()), new Receiver(B, AT_B, Set.of(), true));
    Sending sending = Sending.of("probe", stationA, A);
    assertThat(line.close(sending.shaped(TAGGED), receivers, Optional.empty()).detail()).isEmpty();
    assertThat(line.close(sending, receivers, Optional.empty()).state())
        .isEqualTo(Fence.State.LOST);
  }

  @Test
  void noFrameNoFence() {
    Prober prober = new Prober(run, new Numbers(), log, line, Duration.ofMillis(1), Map.of());

    assertThatThrownBy(() -> prober.close(List.of(), List.of(), BOTH, Optional.empty()))
        .hasMessageContaining("there is none");
  }
}
