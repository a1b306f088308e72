package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.report.PcapngFile.Block;
import dev.hairpin.wire.Mark;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFileTest {
  static final EvidenceFile.About ABOUT =
      new EvidenceFile.About("0.1.0", "vepa-unicast-reflected on tor1", "passed: wie erwartet – ✓");
  static final CapturePoint OUT = new CapturePoint("host eth3 out", CapturePoint.Kind.NIC_OUT);
  private static final CapturePoint IN = new CapturePoint("host eth3 in", CapturePoint.Kind.NIC_IN);
  private static final CapturePoint B = new CapturePoint("station B", CapturePoint.Kind.STATION);
  static final long T = 1_795_338_915_123_456_789L;
  static final Function<Sighting, Optional<String>> COMMENT =
      sighting -> sighting.mark().map(mark -> "probe " + mark.number() + ": A unicast to B");

  @TempDir Path folder;

  static Sighting sighting(CapturePoint point, long order, long nanos, byte... frame) {
    Optional<Mark> mark =
        frame.length < 20
            ? Optional.empty()
            : Optional.of(new Mark(new RunTag(1), frame[14], ProbeRole.PROBE, true));
    return new Sighting(point, order, nanos, frame, mark);
  }

  static byte[] probe(int number, int length) {
    byte[] frame = new byte[length];
    frame[14] = (byte) number;
    return frame;
  }

  @Test
  void namesPointsAndCommentsProbesInTheOrderOfTime() throws Exception {
    Path file = folder.resolve("evidence/vepa-unicast-reflected-tor1.pcapng");
    List<Sighting> sightings =
        List.of(
            sighting(IN, 0, T + 13_000, probe(17, 61)),
            sighting(OUT, 1, T, probe(17, 61)),
            sighting(IN, 2, T + 13_000, new byte[14]));
    EvidenceFile.write(
        file, ABOUT, List.of(OUT, IN, B), sightings, COMMENT, Map.of(OUT, 0L, IN, 3L));

    List<Block> blocks = PcapngFile.read(file);
    assertThat(blocks)
        .extracting(Block::type)
        .containsExactly(0x0a0d0d0a, 1, 1, 1, 6, 6, 6, 5, 5, 5);

    Block section = blocks.get(0);
    assertThat(section.int32(0)).isEqualTo(0x1a2b3c4d);
    assertThat(section.int16(4)).as("major version").isEqualTo(1);
    assertThat(section.int16(6)).as("minor version").isZero();
    assertThat(section.body().getLong(8)).as("section length not given").isEqualTo(-1);
    assertThat(section.text(1))
        .isEqualTo("vepa-unicast-reflected on tor1: passed: wie erwartet – ✓");
    assertThat(section.text(2)).isEqualTo(System.getProperty("os.arch"));
    assertThat(section.text(3)).startsWith("Linux ");
    assertThat(section.text(4)).isEqualTo("hairpin 0.1.0");

    assertThat(blocks.subList(1, 4))
        .extracting(each -> each.text(2))
        .containsExactly("host eth3 out", "host eth3 in", "station B");
    for (Block each : blocks.subList(1, 4)) {
      assertThat(each.int16(0)).as("Ethernet").isEqualTo(1);
      assertThat(each.int32(4)).as("no snap length").isZero();
      assertThat(each.text(3)).isNotBlank();
      assertThat(each.options().get(9)).as("nanoseconds").containsExactly(9);
    }

    Block out = blocks.get(4);
    assertThat(out.int32(0)).isEqualTo(0);
    assertThat(out.time(4)).isEqualTo(T);
    assertThat(out.frame()).isEqualTo(probe(17, 61));
    assertThat(out.int32(16)).isEqualTo(61);
    assertThat(out.text(1)).isEqualTo("probe 17: A unicast to B");
    assertThat(out.option32(2)).as("outbound").isEqualTo(2);
    Block in = blocks.get(5);
    assertThat(in.int32(0)).isEqualTo(1);
    assertThat(in.time(4)).isEqualTo(T + 13_000);
    assertThat(in.option32(2)).as("inbound").isEqualTo(1);
    Block unmarked = blocks.get(6);
    assertThat(unmarked.text(1)).as("its place alone").isEqualTo("sighting 2");
    assertThat(unmarked.frame()).isEqualTo(new byte[14]);

    Block statistics = blocks.get(8);
    assertThat(statistics.int32(0)).isEqualTo(1);
    assertThat(statistics.optionTime(2)).isEqualTo(T);
    assertThat(statistics.optionTime(3)).isEqualTo(T + 13_000);
    assertThat(statistics.option64(4)).as("received").isEqualTo(5);
    assertThat(statistics.option64(5)).as("dropped").isEqualTo(3);
    assertThat(statistics.option64(8)).as("delivered").isEqualTo(2);
    assertThat(blocks.get(7).option64(5)).isZero();
    assertThat(blocks.get(9).options()).as("drops of station B unknown").doesNotContainKey(5);
    assertThat(blocks.get(9).option64(8)).isZero();
  }

  @Test
  void aPointThatWasNotNamedLosesNothing() throws Exception {
    Path file = folder.resolve("check.pcapng");
    EvidenceFile.write(
        file, ABOUT, List.of(OUT), List.of(sighting(B, 0, T, probe(1, 60))), COMMENT, Map.of());
    List<Block> blocks = PcapngFile.read(file);
    assertThat(blocks.get(2).text(2)).isEqualTo("station B");
    assertThat(blocks.get(3).int32(0)).isEqualTo(1);
  }

  @Test
  void withoutFramesStillNamesItsPoints() throws Exception {
    Path file = folder.resolve("check.pcapng");
    EvidenceFile.write(file, ABOUT, List.of(OUT, IN), List.of(), COMMENT, Map.of(OUT, 0L));
    assertThat(PcapngFile.read(file))
        .extracting(Block::type)
        .containsExactly(0x0a0d0d0a, 1, 1, 5, 5);
  }

  @Test
  void cutsATextThatIsTooLongBetweenCharacters() throws Exception {
    Path file = folder.resolve("check.pcapng");
    String text = "é".repeat(40_000);
    EvidenceFile.write(
        file, new EvidenceFile.About("1", "c", text), List.of(OUT), List.of(), COMMENT, Map.of());
    String comment = PcapngFile.read(file).get(0).text(1);
    assertThat("c: " + text).startsWith(comment);
    assertThat(comment.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(65_500, 65_532);
  }

  @Test
  void replacesAFileAndLeavesNoOther() throws Exception {
    Path file = folder.resolve("check.pcapng");
    Files.writeString(file, "old");
    EvidenceFile.write(file, ABOUT, List.of(OUT), List.of(), COMMENT, Map.of());
    assertThat(PcapngFile.read(file)).hasSize(3);
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aFullDiskIsToldAndLeavesWhatWasThere() throws Exception {
    command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString());
    try {
      Path file = folder.resolve("check.pcapng");
      Files.writeString(file, "old");
      List<Sighting> much =
          java.util.stream.IntStream.range(0, 2_000)
              .mapToObj(number -> sighting(OUT, number, T + number, probe(number, 1_500)))
              .toList();
      assertThatThrownBy(
              () -> EvidenceFile.write(file, ABOUT, List.of(OUT), much, COMMENT, Map.of()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("No space left");
      assertThat(file).hasContent("old");
      assertThat(folder.toFile().list()).containsExactly("check.pcapng");
    } finally {
      command("umount", folder.toString());
    }
  }

  private static void command(String... words) throws Exception {
    assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
  }

  @Test
  void aCommentThatCantBeMadeLeavesNothing() {
    Path file = folder.resolve("check.pcapng");
    List<Sighting> one = List.of(sighting(OUT, 0, T, probe(1, 60)));
    assertThatThrownBy(
            () ->
                EvidenceFile.write(
                    file,
                    ABOUT,
                    List.of(OUT),
                    one,
                    sighting -> {
                      throw new IllegalStateException("no text");
                    },
                    Map.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesTheFileThatCantBeWritten() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("evidence"), "");
    assertThatThrownBy(
            () ->
                EvidenceFile.write(
                    notAFolder.resolve("check.pcapng"),
                    ABOUT,
                    List.of(),
                    List.of(),
                    COMMENT,
                    Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("evidence/check.pcapng");
  }
}
