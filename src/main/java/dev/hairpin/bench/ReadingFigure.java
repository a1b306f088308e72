package dev.hairpin.bench;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.PcapFile;
import dev.hairpin.capture.SightingLog;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeCodec;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many frames of a capture file become sightings in a second. */
final class ReadingFigure {
  private static final int FRAMES = 1_000_000;
  private static final int TIMES = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(50);
  private static final CapturePoint POINT = new CapturePoint("file", CapturePoint.Kind.NIC_IN);

  private ReadingFigure() {}

  static Figure measure(Path folder, Samples samples, Peers peers) throws Exception {
    RunTag run = RunTag.random();
    Path file = Files.createTempFile(folder, ".frames-", ".pcap");
    try {
      write(file, run);
      double rate = samples.median(TIMES, () -> FRAMES * 1e9 / read(file, run));
      List<PeerFigure> others = new ArrayList<>();
      others.addAll(
          peers.measure(
              "C loop over the mapped file",
              "gcc",
              "--version",
              peer -> loop(file, run, samples, peer)));
      others.addAll(
          peers.measure(
              "tcpdump -r with awk",
              "tcpdump",
              "--version",
              peer -> Beside.of(tcpdump(file, samples, peer), rate)));
      return Figure.of(
          Measure.READING,
          rate,
          TIMES,
          others,
          "a pcap file of %d probes of 60 octets, each recognised, checked and put into the log"
              .formatted(FRAMES));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void write(Path file, RunTag run) throws IOException {
    MacAddress from = MacAddress.parse("02:de:ad:00:00:02");
    MacAddress to = MacAddress.parse("02:de:ad:00:00:01");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
      header.putInt(0xa1b23c4d).putShort((short) 2).putShort((short) 4).putLong(0);
      out.write(header.putInt(65_535).putInt(1).array());
      for (int number = 1; number <= FRAMES; number++) {
        byte[] frame = Probe.of(run, number, ProbeRole.PROBE, from, to).frame();
        ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(1_700_000_000).putInt(number).putInt(frame.length).putInt(frame.length);
        out.write(record.array());
        out.write(frame);
      }
    }
  }

  private static long read(Path file, RunTag run) throws IOException {
    long start = System.nanoTime();
    SightingLog log = new SightingLog(run, ProbeCodec::find);
    PcapFile.read(file, log, POINT);
    long took = System.nanoTime() - start;
    if (log.size() != FRAMES || log.count(FRAMES, POINT) != 1) {
      throw new IOException(
          "%d frames became %d sightings, and not each its own".formatted(FRAMES, log.size()));
    }
    return took;
  }

  private static Beside loop(Path file, RunTag run, Samples samples, Peer compiler)
      throws Exception {
    try (LocalShell shell = LocalShell.open(NetNamespace.CURRENT, "bench");
        CLoop loop = CLoop.compile("read", compiler, shell)) {
      return samples.inTurns(
          TIMES,
          () -> FRAMES * 1e9 / read(file, run),
          () -> {
            String[] said = loop.run(file.toString()).split(" ");
            require(said[0], "the C loop");
            return FRAMES * 1e9 / Long.parseLong(said[1]);
          });
    }
  }

  private static double tcpdump(Path file, Samples samples, Peer peer) throws Exception {
    try (LocalShell shell = LocalShell.open(NetNamespace.CURRENT, "bench")) {
      String command =
          "%s -Z root -r %s -e -n -x 2>/dev/null | awk '/ethertype/ {n++} END {print n+0}'"
              .formatted(peer.program(), file);
      double millis =
          samples.medianMillis(
              1, () -> require(shell.run(command, PATIENCE).require().strip(), peer.name()));
      return FRAMES * 1e3 / millis;
    }
  }

  /** A peer that reads less is no peer. */
  private static void require(String frames, String who) throws IOException {
    if (!frames.equals(String.valueOf(FRAMES))) {
      throw new IOException("%s read %s of %d frames".formatted(who, frames, FRAMES));
    }
  }
}
