package dev.hairpin.bench;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.lab.Member;
import dev.hairpin.lab.Sending;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.RelayState;
import dev.hairpin.verdict.Claims;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Expectation;
import dev.hairpin.verdict.Judge;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Trial;
import dev.hairpin.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Three modes, reflective relay on and off, both directions: how long twelve checks take. */
final class TwelveChecksFigure {
  private static final int TIMES = 5;
  private static final int PEER_TIMES = 3;

  private TwelveChecksFigure() {}

  static Figure measure(BenchLab lab, Samples samples, Peers peers) throws Exception {
    UplinkSession uplink = lab.uplink();
    double median = samples.medianMillis(TIMES, () -> checkAll(uplink));
    uplink.stations().exactly(Map.of());
    List<PeerFigure> byHand =
        peers.there("ping")
            ? peers.measure(
                "ip, bridge, ping and tcpdump",
                "tcpdump",
                "--version",
                peer ->
                    Beside.of(samples.medianMillis(PEER_TIMES, () -> ByHand.checkAll(lab)), median))
            : List.of();
    return Figure.of(
        Measure.TWELVE_CHECKS,
        median,
        TIMES,
        byHand,
        "vepa, bridge and private stations, reflective relay on and off, both directions: relay and stations set, one unicast frame (by hand: a ping, told by tcpdump) judged");
  }

  private static void checkAll(UplinkSession uplink) throws Exception {
    for (MacvtapMode mode : List.of(MacvtapMode.VEPA, MacvtapMode.BRIDGE, MacvtapMode.PRIVATE)) {
      for (RelayState relay : List.of(RelayState.ON, RelayState.OFF)) {
        check(uplink, mode, relay, "A", "B");
        check(uplink, mode, relay, "B", "A");
      }
    }
  }

  private static void check(
      UplinkSession uplink, MacvtapMode mode, RelayState relay, String from, String to)
      throws IOException, InterruptedException {
    uplink.relay().set(relay);
    uplink.stations().exactly(Map.of("A", mode, "B", mode));
    Member receiver = uplink.stations().member(to);
    Sending sending =
        Sending.of(
            "unicast from %s to %s".formatted(from, to),
            uplink.stations().member(from).station(),
            receiver.mac());
    Trial trial = uplink.send(List.of(sending)).get(0);
    Verdict verdict =
        Judge.judge(
            trial,
            expected(uplink, mode, relay == RelayState.ON, receiver),
            uplink.log().of(trial.probe().number()));
    if (verdict.outcome() != Outcome.PASSED) {
      throw new IOException("%s, reflective relay %s: %s".formatted(mode, relay, verdict.reason()));
    }
  }

  /** What a private station hears of unicast that comes back is Linux's affair: not asked here. */
  private static List<Expectation> expected(
      UplinkSession uplink, MacvtapMode mode, boolean relay, Member receiver) {
    List<Expectation> all = new ArrayList<>();
    if (mode == MacvtapMode.BRIDGE) {
      all.add(Claims.staysOffTheWire(uplink.nicOut(), false));
    } else {
      all.add(Claims.leavesTheNic(uplink.nicOut()));
      all.add(Claims.reflectionIsTrue(uplink.nicIn(), relay));
    }
    if (mode == MacvtapMode.BRIDGE || (relay && mode == MacvtapMode.VEPA)) {
      all.add(Claims.receives(receiver.words(), receiver.point()));
    } else if (!relay) {
      all.add(
          Claims.doesNotReceive(
              receiver.words(), receiver.point(), Diagnosis.UNEXPECTED_REACHABILITY));
    }
    return all;
  }
}
