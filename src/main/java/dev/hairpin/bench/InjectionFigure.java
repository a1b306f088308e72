package dev.hairpin.bench;

import dev.hairpin.host.BareStation;
import dev.hairpin.host.MacvtapMode;
import dev.hairpin.lab.UplinkSession;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;

/** How many frames of the smallest size a station sends in a second. */
final class InjectionFigure {
  private static final int FRAMES = 100_000;
  private static final int TIMES = 5;

  /** Two addresses and a type that no capture of the lab keeps: their cost is not measured. */
  private static final byte[] FRAME =
      HexFormat.of().parseHex("02dead00000102dead00000288b6" + "00".repeat(46));

  private InjectionFigure() {}

  static Figure measure(BenchLab lab, Samples samples, Peers peers) throws Exception {
    UplinkSession uplink = lab.uplink();
    uplink.stations().exactly(Map.of("A", MacvtapMode.VEPA));
    if (!(uplink.stations().member("A").station() instanceof BareStation station)) {
      throw new IOException("station A is no bare station");
    }
    Samples.Measured ours = () -> FRAMES * 1e9 / send(station);
    double rate = samples.median(TIMES, ours);
    return Figure.of(
        Measure.INJECTION,
        rate,
        TIMES,
        InjectionPeers.measure(lab, station, FRAME, FRAMES, TIMES, ours, samples, peers),
        "%d frames of 60 octets into one macvtap in vepa mode, out of the NIC to the switch"
            .formatted(FRAMES));
  }

  private static long send(BareStation station) throws IOException {
    long start = System.nanoTime();
    for (int index = 0; index < FRAMES; index++) {
      station.send(FRAME);
    }
    return System.nanoTime() - start;
  }
}
