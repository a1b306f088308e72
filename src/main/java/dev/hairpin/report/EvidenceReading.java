package dev.hairpin.report;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.ProbeCodec;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evidence read back. The sightings are made of the frames' bytes alone: which probe a frame is and
 * whether it is whole is found out anew.
 */
final class EvidenceReading {
  private final List<CapturePoint> points = new ArrayList<>();
  private final List<Sighting> unmarked = new ArrayList<>();
  private final List<Long> delivered = new ArrayList<>();
  private final List<Optional<Long>> dropped = new ArrayList<>();
  private List<String> comments = List.of();

  private EvidenceReading() {}

  /** What is in the file, in the order of sighting. */
  record Evidence(Account account, List<CapturePoint> points, List<Sighting> sightings) {}

  /**
   * Reads a file.
   *
   * @throws IOException saying what is wrong with it; it doesn't name the file
   */
  static Evidence of(Path file) throws IOException {
    EvidenceReading reading = new EvidenceReading();
    PcapngReader blocks = new PcapngReader(Files.readAllBytes(file));
    try {
      while (blocks.next()) {
        reading.take(blocks);
      }
    } catch (IllegalArgumentException wrong) {
      throw new IOException("a value in it is none: " + wrong.getMessage(), wrong);
    }
    Account account = AccountJson.read(AccountComments.joined(reading.comments));
    List<Sighting> sightings = reading.sightings(account.run());
    reading.requireAll(account, sightings);
    return new Evidence(account, List.copyOf(reading.points), sightings);
  }

  private void take(PcapngReader block) throws IOException {
    switch (block.type()) {
      case PcapngWriter.SECTION -> section(block);
      case PcapngWriter.INTERFACE -> point(block);
      case PcapngWriter.PACKET -> frame(block);
      case PcapngWriter.STATISTICS -> statistics(block);
      default -> throw new IOException("it has a block of type " + block.type());
    }
  }

  private void section(PcapngReader block) throws IOException {
    if (!comments.isEmpty() || block.u32() != 0x1a2b3c4d || block.u32() != 1) {
      throw new IOException("it has another beginning than evidence has");
    }
    block.u64();
    List<String> texts = new ArrayList<>();
    for (PcapngReader.Option each : block.options()) {
      if (each.code() == 1) {
        texts.add(each.text());
      }
    }
    comments = texts;
  }

  private void point(PcapngReader block) throws IOException {
    block.u64();
    List<PcapngReader.Option> options = block.options();
    String name = text(options, 2);
    String description = text(options, 3);
    CapturePoint.Kind kind =
        Arrays.stream(CapturePoint.Kind.values())
            .filter(each -> PcapngWriter.description(each).equals(description))
            .findFirst()
            .orElseThrow(() -> new IOException("'" + name + "' is no place that is known"));
    points.add(new CapturePoint(name, kind));
  }

  private void frame(PcapngReader block) throws IOException {
    CapturePoint point = at(block.u32());
    long nanos = block.time();
    int length = block.u32();
    if (block.u32() != length) {
      throw new IOException("a frame in it was cut");
    }
    byte[] frame = block.padded(length);
    String place = "";
    for (PcapngReader.Option each : block.options()) {
      place = each.code() == 1 ? each.text() : place;
    }
    if (!place.matches(PcapngWriter.PLACE + "\\d{1,18}")) {
      throw new IOException("a frame in it has no place among the sightings: '" + place + "'");
    }
    long order = Long.parseLong(place.substring(PcapngWriter.PLACE.length()));
    unmarked.add(new Sighting(point, order, nanos, frame, Optional.empty()));
  }

  private void statistics(PcapngReader block) throws IOException {
    CapturePoint point = at(block.u32());
    block.time();
    if (!point.equals(at(delivered.size()))) {
      throw new IOException("its statistics are out of order");
    }
    List<PcapngReader.Option> options = block.options();
    delivered.add(number(options, 8).orElse(-1L));
    dropped.add(number(options, 5));
  }

  private CapturePoint at(int number) throws IOException {
    if (number < 0 || number >= points.size()) {
      throw new IOException("it has no capture point number " + number);
    }
    return points.get(number);
  }

  private static Optional<Long> number(List<PcapngReader.Option> options, int code)
      throws IOException {
    Optional<PcapngReader.Option> option = PcapngReader.first(options, code);
    return option.isPresent() ? Optional.of(option.get().u64()) : Optional.empty();
  }

  private static String text(List<PcapngReader.Option> options, int code) throws IOException {
    Optional<PcapngReader.Option> option = PcapngReader.first(options, code);
    return option.isPresent() ? option.get().text() : "";
  }

  private List<Sighting> sightings(RunTag run) {
    return unmarked.stream()
        .map(
            each ->
                new Sighting(
                    each.point(),
                    each.order(),
                    each.epochNanos(),
                    each.frame(),
                    ProbeCodec.recognise(each.frame()).filter(mark -> mark.run().equals(run))))
        .sorted(Comparator.comparingLong(Sighting::order))
        .toList();
  }

  /** Every sighting of the check's time once, and as many at each place as were counted there. */
  private void requireAll(Account account, List<Sighting> sightings) throws IOException {
    Set<Long> orders = new HashSet<>();
    for (Sighting each : sightings) {
      if (!orders.add(each.order())) {
        throw new IOException("sighting %d is there twice".formatted(each.order()));
      }
      if (each.order() < account.first()) {
        throw new IOException("sighting %d is older than the check".formatted(each.order()));
      }
    }
    for (long order = account.first(); order < account.end(); order++) {
      if (!orders.contains(order)) {
        throw new IOException("sighting %d is missing".formatted(order));
      }
    }
    for (int number = 0; number < points.size(); number++) {
      CapturePoint point = points.get(number);
      long there = sightings.stream().filter(each -> each.point().equals(point)).count();
      if (delivered.size() != points.size() || delivered.get(number) != there) {
        throw new IOException(
            "%d frames of %s are there, other than its statistics say".formatted(there, point));
      }
      if (!dropped.get(number).equals(Optional.ofNullable(account.dropped().get(point.name())))) {
        throw new IOException(
            "the frames that %s dropped are counted other than its account says".formatted(point));
      }
    }
  }
}
