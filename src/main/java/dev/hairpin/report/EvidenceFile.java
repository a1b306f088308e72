package dev.hairpin.report;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a check saw, as a pcapng file that Wireshark reads: each capture point an interface of its
 * own, the frames of all of them in the order of time, the probes commented.
 */
public final class EvidenceFile {
  private EvidenceFile() {}

  /**
   * What the file says of itself.
   *
   * @param version the program's
   * @param check the check's id and what it was made on, such as {@code vepa-unicast-reflected on
   *     tor1}
   * @param verdict the outcome with its reason
   * @param account what it takes to judge the check again; empty when there is nothing
   */
  public record About(String version, String check, String verdict, String account) {
    /** Without what it takes to judge again. */
    public About(String version, String check, String verdict) {
      this(version, check, verdict, "");
    }
  }

  /**
   * Writes the evidence of one check: whole, or not at all.
   *
   * @param file its folder is made where it is missing; a file of this name is replaced
   * @param points become the interfaces, in this order, those that saw nothing too; a point that
   *     only the sightings name is added behind them
   * @param sightings in any order
   * @param comment the text for a frame, such as {@code probe 17: A unicast to B}; another one,
   *     that tells its place among all sightings, is put behind it
   * @param dropped how many frames each capture lost; a point without an entry did not count
   * @throws IOException naming the file, when it can't be written (a full disk, say); what was
   *     there before is still there
   */
  public static void write(
      Path file,
      About about,
      List<CapturePoint> points,
      List<Sighting> sightings,
      Function<Sighting, Optional<String>> comment,
      Map<CapturePoint, Long> dropped)
      throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.resolveSibling("");
    // A name of its own for each writer; hidden, so that nobody takes it for evidence.
    Path part =
        folder.resolve(
            "." + file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part");
    try {
      Files.createDirectories(folder);
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              1 << 16)) {
        write(new PcapngWriter(out), about, points, sightings, comment, dropped);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new IOException(
          "can't write the evidence " + file + ": " + failed.getMessage(), failed);
    } finally {
      discard(part);
    }
  }

  private static void write(
      PcapngWriter out,
      About about,
      List<CapturePoint> points,
      List<Sighting> sightings,
      Function<Sighting, Optional<String>> comment,
      Map<CapturePoint, Long> dropped)
      throws IOException {
    out.section(
        System.getProperty("os.arch"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "hairpin " + about.version(),
        about.check() + ": " + about.verdict(),
        AccountComments.of(about.account()));
    List<Sighting> inTime =
        sightings.stream()
            .sorted(
                Comparator.comparingLong(Sighting::epochNanos).thenComparingLong(Sighting::order))
            .toList();
    List<CapturePoint> all =
        Stream.concat(points.stream(), inTime.stream().map(Sighting::point)).distinct().toList();
    Map<CapturePoint, Integer> numbers = new HashMap<>();
    for (CapturePoint point : all) {
      numbers.put(point, numbers.size());
      out.point(point);
    }
    long[] frames = new long[all.size()];
    for (Sighting sighting : inTime) {
      int number = Objects.requireNonNull(numbers.get(sighting.point()));
      frames[number]++;
      out.frame(number, sighting, comment.apply(sighting));
    }
    long first = inTime.isEmpty() ? 0 : inTime.get(0).epochNanos();
    long last = inTime.isEmpty() ? 0 : inTime.get(inTime.size() - 1).epochNanos();
    for (int number = 0; number < frames.length; number++) {
      Optional<Long> lost = Optional.ofNullable(dropped.get(all.get(number)));
      out.statistics(number, first, last, frames[number], lost);
    }
  }

  /** What is left of a file that did not come to its end. */
  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException stays) {
      // The reason why it is there was, or will be, told.
    }
  }
}
