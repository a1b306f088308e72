package dev.hairpin.bench;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.lab.Sending;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.switches.RelayState;
import dev.hairpin.verdict.Claims;
import dev.hairpin.verdict.Judge;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Trial;
import dev.hairpin.verdict.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How long it takes to prove that a frame did not come back. */
final class AbsenceFigure {
  private static final int TIMES = 100;

  /** A run proves some hundreds of absences; the first of them, Java still slow, tell little. */
  private static final int UNCOUNTED = 400;

  private static final int PEER_TIMES = 3;

  /** In the management network, and nobody has it. */
  private static final String NOBODY = "192.0.2.77";

  private AbsenceFigure() {}

  static Figure measure(BenchLab lab, Samples samples, Peers peers) throws Exception {
    UplinkSession uplink = lab.uplink();
    uplink.relay().set(RelayState.OFF);
    uplink.stations().exactly(Map.of("A", MacvtapMode.VEPA, "B", MacvtapMode.VEPA));
    double guard = lab.loaded().lab().timing().guard().toNanos() / 1e6;
    samples.warmUp(UNCOUNTED, () -> prove(uplink));
    double whole = samples.medianMillis(TIMES, () -> prove(uplink));
    List<PeerFigure> ping =
        peers.measure(
            "ping -c1 -W1", "ping", "-V", peer -> Beside.of(ping(lab, samples, peer), whole));
    return Figure.of(
        Measure.ABSENCE,
        whole - guard,
        TIMES,
        ping,
        "one unicast frame, reflective relay off: sent, fenced and judged, after %d that don't count; the guard of %.0f ms is taken off, and is in the peers' ratio"
            .formatted(UNCOUNTED, guard));
  }

  /** A figure of proofs counts only while they prove. */
  private static void prove(UplinkSession uplink) throws IOException, InterruptedException {
    Trial trial =
        uplink
            .send(
                List.of(
                    Sending.of(
                        "unicast from A to B",
                        uplink.stations().member("A").station(),
                        uplink.stations().member("B").mac())))
            .get(0);
    Verdict verdict =
        Judge.judge(
            trial,
            List.of(
                Claims.leavesTheNic(uplink.nicOut()),
                Claims.reflectionIsTrue(uplink.nicIn(), false)),
            uplink.log().of(trial.probe().number()));
    if (verdict.outcome() != Outcome.PASSED) {
      throw new IOException("no absence was proven: " + verdict.reason());
    }
  }

  private static double ping(BenchLab lab, Samples samples, Peer peer) throws Exception {
    try (LocalShell shell = LocalShell.open(lab.box().managementNamespace(), lab.run().id())) {
      return samples.medianMillis(
          PEER_TIMES,
          () ->
              shell.run(
                  "%s -c1 -W1 %s >/dev/null 2>&1".formatted(peer.program(), NOBODY),
                  Duration.ofSeconds(20)));
    }
  }
}
