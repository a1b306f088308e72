package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.Sighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever forges evidence makes the checksums good; the verdict must then give it away. */
class ForgedEvidencePropertyTest {
  private interface Trying {
    void in(Path folder) throws IOException;
  }

  private static void inFolder(Trying trying) throws IOException {
    Path folder = Files.createTempDirectory("hairpin-forged");
    try {
      trying.in(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /** In a probe or in an arrival of its fence, whichever byte it is. */
  @Property(tries = 100)
  void aBitChangedInAFrameThatAVerdictRestsOnIsFound(
      @ForAll @IntRange(max = 8) int frame,
      @ForAll @IntRange(max = 59) int octet,
      @ForAll @IntRange(max = 7) int bit)
      throws IOException {
    Witness witness = Witness.reflected();
    // Sighting 3 is the fence leaving: what counts is that it arrived.
    int chosen = frame == 3 ? 4 : frame;
    inFolder(
        folder -> {
          Witness.report(folder, witness);
          witness.forge(folder, seen -> flipped(seen, chosen, octet, bit));
          Reexamination again = Reexamination.of(folder);
          assertThat(again.files().sound()).isTrue();
          assertThat(again.sound()).isFalse();
          assertThat(again.lines())
              .anyMatch(each -> each.startsWith("differs     vepa-unicast-reflected on tor1: "));
        });
  }

  private static List<Sighting> flipped(List<Sighting> seen, int index, int octet, int bit) {
    List<Sighting> changed = new ArrayList<>(seen);
    Sighting honest = seen.get(index);
    byte[] frame = honest.frame().clone();
    frame[octet] ^= (byte) (1 << bit);
    changed.set(
        index, Witness.sighting(honest.point(), honest.order(), honest.epochNanos(), frame));
    return changed;
  }

  /** Wherever in the file: nothing makes the reader stumble, and nothing passes the checksums. */
  @Property(tries = 100)
  void anyOctetOfTheFileMayBeAnything(
      @ForAll @IntRange(max = 1_000_000) int place, @ForAll byte value) throws IOException {
    Witness witness = Witness.leaked();
    inFolder(
        folder -> {
          Witness.report(folder, witness);
          Path file = folder.resolve(witness.file());
          byte[] bytes = Files.readAllBytes(file);
          int at = place % bytes.length;
          boolean same = bytes[at] == value;
          bytes[at] = value;
          Files.write(file, bytes);
          Reexamination again = Reexamination.of(folder);
          assertThat(again.sound()).isEqualTo(same);
          if (!same) {
            assertThat(again.files().changed()).containsExactly(witness.file());
          }
          assertThat(again.checks()).hasSize(1);
        });
  }
}
