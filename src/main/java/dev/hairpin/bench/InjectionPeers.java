package dev.hairpin.bench;

import dev.hairpin.host.BareStation;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Others that send the same frame. The C loop writes into the macvtap's character device as we do;
 * the rest know network devices only, and send through the macvtap's own.
 */
final class InjectionPeers {
  private static final Duration PATIENCE = Duration.ofSeconds(50);
  private static final Pattern TRAFGEN = Pattern.compile("(\\d+) sec, (\\d+) usec on CPU0");
  private static final Pattern TCPREPLAY = Pattern.compile("sent in ([0-9.]+) seconds");
  private static final int IN_A_FILE = 100;

  /** {@code sendp} makes thousands of frames in a second, the others hundreds of thousands. */
  private static final int FEW = 5_000;

  private final BareStation station;
  private final byte[] frame;
  private final int frames;
  private final int times;
  private final Samples.Measured ours;
  private final Samples samples;
  private final Shell shell;
  private final Departures departures;
  private final Workbench bench;

  private InjectionPeers(
      BenchLab lab,
      BareStation station,
      byte[] frame,
      int frames,
      int times,
      Samples.Measured ours,
      Samples samples,
      Shell shell,
      Workbench bench)
      throws IOException {
    this.station = station;
    this.frame = frame;
    this.frames = frames;
    this.times = times;
    this.ours = ours;
    this.samples = samples;
    this.shell = shell;
    this.departures = new Departures(shell, lab.uplink().uplink().nic());
    this.bench = bench;
  }

  static List<PeerFigure> measure(
      BenchLab lab,
      BareStation station,
      byte[] frame,
      int frames,
      int times,
      Samples.Measured ours,
      Samples samples,
      Peers peers)
      throws Exception {
    try (LocalShell shell = LocalShell.open(lab.box().hostNamespace(), lab.run().id());
        Workbench bench = Workbench.make()) {
      InjectionPeers here =
          new InjectionPeers(lab, station, frame, frames, times, ours, samples, shell, bench);
      List<PeerFigure> all = new ArrayList<>();
      all.addAll(peers.measure("C write() loop", "gcc", "--version", here::loop));
      all.addAll(peers.measure("trafgen", "trafgen", "--version", here::trafgen));
      all.addAll(peers.measure("tcpreplay", "tcpreplay", "--version", here::tcpreplay));
      Path script = bench.take("scapy_send.py");
      all.addAll(
          peers.measureModule(
              "scapy sendp", "scapy", peer -> here.scapy(peer, script, "sendp", FEW)));
      all.addAll(
          peers.measureModule(
              "scapy, an open socket",
              "scapy",
              peer -> here.scapy(peer, script, "socket", frames)));
      return all;
    }
  }

  private Beside loop(Peer compiler) throws Exception {
    try (CLoop loop = CLoop.compile("inject", compiler, shell)) {
      String arguments =
          "%s %d %s".formatted(station.device(), frames, HexFormat.of().formatHex(frame));
      return rate(frames, () -> Long.parseLong(loop.run(arguments)) / 1e9);
    }
  }

  private Beside trafgen(Peer peer) throws Exception {
    Path packet = bench.file("frame.cfg");
    Files.writeString(
        packet,
        IntStream.range(0, frame.length)
            .mapToObj(index -> "0x%02x".formatted(frame[index]))
            .collect(Collectors.joining(", ", "{ ", " }\n")));
    String command =
        "%s -i %s -o %s -n %d -P 1 </dev/null 2>&1"
            .formatted(peer.program(), packet, station.link(), frames);
    return rate(
        frames,
        () -> {
          Matcher took = said(peer, command, TRAFGEN);
          return Double.parseDouble(took.group(1)) + Double.parseDouble(took.group(2)) / 1e6;
        });
  }

  private Beside tcpreplay(Peer peer) throws Exception {
    Path file = bench.file("frames.pcap");
    ByteBuffer pcap = ByteBuffer.allocate(24 + IN_A_FILE * (16 + frame.length));
    pcap.order(ByteOrder.LITTLE_ENDIAN).putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
    pcap.putLong(0).putInt(65_535).putInt(1);
    for (int index = 0; index < IN_A_FILE; index++) {
      pcap.putInt(1).putInt(index).putInt(frame.length).putInt(frame.length).put(frame);
    }
    Files.write(file, pcap.array());
    String command =
        "%s -i %s --topspeed -K -q --loop=%d %s </dev/null 2>&1"
            .formatted(peer.program(), station.link(), frames / IN_A_FILE, file);
    return rate(frames, () -> Double.parseDouble(said(peer, command, TCPREPLAY).group(1)));
  }

  private Beside scapy(Peer peer, Path script, String way, int count) throws Exception {
    String command =
        "%s %s %s %s %d %s </dev/null 2>/dev/null"
            .formatted(
                peer.program(),
                script,
                way,
                station.link(),
                count,
                HexFormat.of().formatHex(frame));
    return rate(count, () -> Double.parseDouble(shell.run(command, PATIENCE).require().strip()));
  }

  private Matcher said(Peer peer, String command, Pattern words) throws IOException {
    String said = shell.run(command, PATIENCE).require();
    Matcher found = words.matcher(said);
    if (!found.find()) {
      throw new IOException("%s did not say what it took: %s".formatted(peer.name(), said));
    }
    return found;
  }

  /** Frames in a second; a peer that sends less than it should is no peer. */
  private Beside rate(int count, Samples.Measured seconds) throws Exception {
    return samples.inTurns(times, ours, () -> count / departures.require(count, seconds));
  }
}
