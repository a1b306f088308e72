package dev.hairpin.bench;

import dev.hairpin.lab.RelayPort;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.RelayState;
import java.io.IOException;
import java.util.List;

/** How long setting the relay takes, the readback included. */
final class RelayFigure {
  private static final int TIMES = 40;
  private static final int ROUNDS = 9;

  private RelayFigure() {}

  static Figure measure(BenchLab lab, Measure which, Samples samples, Peers peers)
      throws Exception {
    UplinkSession uplink = lab.uplink();
    RelayState[] next = {RelayState.ON};
    Samples.Measured ours =
        () ->
            samples.medianMillis(
                TIMES,
                () -> {
                  set(uplink.relay(), next[0]);
                  next[0] = next[0] == RelayState.ON ? RelayState.OFF : RelayState.ON;
                });
    double median = samples.median(ROUNDS, ours);
    List<PeerFigure> others =
        which == Measure.RELAY_SNMP
            ? peers.measure(
                "snmpset and snmpget",
                "snmpset",
                "-V",
                peer -> {
                  try (SnmpsetPeer pair = SnmpsetPeer.open(lab, samples, peer)) {
                    return samples.inTurns(ROUNDS, ours, () -> pair.measure(TIMES));
                  }
                })
            : peers.measureModule(
                "paramiko, TCP_NODELAY",
                "paramiko",
                peer ->
                    samples.inTurns(ROUNDS, ours, () -> ParamikoPeer.measure(lab, peer, TIMES)));
    return Figure.of(
        which,
        median,
        TIMES * ROUNDS,
        others,
        "reflective relay set and read back, on and off in turn, in the open session; the switch's other ports are not looked at; a round is %d times, the first round doesn't count, and with a peer the rounds are in turns"
            .formatted(TIMES));
  }

  private static void set(RelayPort port, RelayState wanted) throws IOException {
    RelayState readback = port.setAlone(wanted);
    if (readback != wanted) {
      throw new IOException(
          "reflective relay was set %s and reads back %s".formatted(wanted, readback));
    }
  }
}
