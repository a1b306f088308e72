package dev.hairpin.bench;

import dev.hairpin.capture.CaptureDirection;
import dev.hairpin.capture.CaptureFilter;
import dev.hairpin.capture.CaptureOptions;
import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.NicCapture;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.host.MacvtapMode;
import dev.hairpin.host.Station;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.linux.Child;
import dev.hairpin.linux.ChildCommand;
import dev.hairpin.wire.ProbeCodec;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many of a million frames at full speed a capture loses, sender and reader at it at once. */
final class CaptureFigure {
  private static final int FRAMES = 1_000_000;
  private static final int ROOM = 65_536;
  private static final int LONGEST = 128;
  private static final int TYPE = 0x88B6;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern DROPPED = Pattern.compile("(\\d+) packets? dropped by kernel");
  private static final byte[] FRAME =
      HexFormat.of().parseHex("02dead00000102dead00000288b6" + "00".repeat(46));

  private CaptureFigure() {}

  static Figure measure(BenchLab lab, Peers peers) throws Exception {
    UplinkSession uplink = lab.uplink();
    uplink.stations().exactly(Map.of("A", MacvtapMode.VEPA));
    Station station = uplink.stations().member("A").station();
    double dropped = ours(lab, station);
    List<PeerFigure> others =
        peers.measure(
            "tcpdump -w",
            "tcpdump",
            "--version",
            peer -> Beside.of(tcpdump(lab, station, peer), dropped));
    return Figure.of(
        Measure.CAPTURE_DROPS,
        dropped,
        1,
        others,
        "%d frames of 60 octets out of the NIC at full speed, into sightings; the ring takes %d frames, the peer's as many octets"
            .formatted(FRAMES, ROOM));
  }

  private static CaptureOptions options() {
    return CaptureOptions.of(CaptureDirection.OUT, CaptureFilter.EVERYTHING.orEtherType(TYPE))
        .room(ROOM, LONGEST);
  }

  private static double ours(BenchLab lab, Station station) throws Exception {
    SightingLog log = new SightingLog(RunTag.random(), ProbeCodec::find);
    CapturePoint point = new CapturePoint("bench", CapturePoint.Kind.NIC_OUT);
    try (NicCapture capture =
        NicCapture.open(
            lab.box().hostNamespace(), lab.uplink().uplink().nic(), options(), log.at(point))) {
      send(station);
      if (!capture.caughtUp(PATIENCE)) {
        throw new IOException("the capture did not keep up: " + capture);
      }
      if (log.size() + capture.dropped() < FRAMES) {
        throw new IOException("the capture lost frames that it did not count: " + capture);
      }
      return capture.dropped();
    }
  }

  private static void send(Station station) throws IOException {
    for (int index = 0; index < FRAMES; index++) {
      station.send(FRAME);
    }
  }

  private static double tcpdump(BenchLab lab, Station station, Peer peer) throws Exception {
    Path said = lab.run().path().resolve("lab").resolve("tcpdump.log");
    try (Child child =
        Child.start(
            ChildCommand.of(
                "tcpdump",
                lab.run().id(),
                lab.box().hostNamespace(),
                said,
                peer.program().toString(),
                "-i",
                lab.uplink().uplink().nic(),
                "-p",
                "-Q",
                "out",
                "-s",
                String.valueOf(LONGEST),
                "-B",
                String.valueOf(options().bufferBytes() / 1_024),
                "-Z",
                "root",
                "-w",
                said.resolveSibling("tcpdump.pcap").toString(),
                "ether proto 0x88b6"))) {
      await(said, Pattern.compile("listening on"));
      send(station);
      child.stop(PATIENCE);
      return Double.parseDouble(await(said, DROPPED).group(1));
    }
  }

  private static Matcher await(Path said, Pattern words) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Matcher found = words.matcher(Files.exists(said) ? Files.readString(said) : "");
      if (found.find()) {
        return found;
      }
      Thread.sleep(5);
    }
    throw new IOException("tcpdump did not say '%s'".formatted(words));
  }
}
