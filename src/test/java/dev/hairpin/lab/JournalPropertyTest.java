package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.switches.FoundPort;
import dev.hairpin.switches.RelayState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a crash, or a bad disk, does to a journal. */
final class JournalPropertyTest {
  /** One line: an inverse that is planned, or a planned one that is undone. */
  record Step(Undo undo, int undone) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Undo> undos =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).map(Undo.NamespaceDelete::new),
            Arbitraries.strings().ofMaxLength(12).map(Undo.DirectoryDelete::new),
            Arbitraries.of("}", "\n", "{\"crc\":\"", "ü", "\"").map(Undo.ProcessKill::new),
            Arbitraries.strings()
                .ofMaxLength(12)
                .map(
                    text ->
                        new Undo.RelayRestore(
                            text,
                            "tor1",
                            "tor1",
                            text,
                            RelayState.ON,
                            new FoundPort(RelayState.ON, Map.of(text, Optional.of(text))).format(),
                            List.of(text + "|swp1"),
                            "")));
    return Combinators.combine(undos, Arbitraries.integers().between(0, 9))
        .as(Step::new)
        .list()
        .ofMaxSize(8);
  }

  /** The journal's bytes, and what is open after each whole line. */
  private static final class Written {
    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, List<Undo>> openAt = new TreeMap<>();

    Written(List<Step> steps) {
      TreeMap<Long, Undo> open = new TreeMap<>();
      openAt.put(0, List.of());
      add(JournalLine.header());
      long sequence = 0;
      for (Step step : steps) {
        if (step.undone() > 0 && step.undone() <= sequence) {
          add(JournalLine.undone(step.undone()));
          open.remove((long) step.undone());
        } else {
          sequence++;
          add(JournalLine.planned(sequence, step.undo()));
          open.put(sequence, step.undo());
        }
        // A line counts from its last brace on: the newline may be missing.
        openAt.put(text.length() - 1, List.copyOf(open.values()));
      }
    }

    private void add(String line) {
      // As it goes through the file.
      byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
      text.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  @Property(tries = 50)
  void everyPrefixSaysExactlyWhatIsPlannedAndNotUndone(@ForAll("steps") List<Step> steps) {
    Written written = new Written(steps);
    for (int length = 0; length <= written.text.length(); length++) {
      JournalReading reading = JournalReading.of(written.text.substring(0, length));
      assertThat(undos(reading)).isEqualTo(written.openAt.floorEntry(length).getValue());
      assertThat(reading.damage()).isEmpty();
      assertThat(reading.lost()).isFalse();
      // Told whenever the crash came in the middle of a line.
      assertThat(reading.torn()).isEqualTo(reading.whole() < length);
    }
  }

  @Property(tries = 500)
  void aChangedByteIsNoticedAndHarmsItsOwnLineOnly(
      @ForAll("steps") List<Step> steps,
      @ForAll @IntRange(min = 0, max = 10_000) int where,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    Written written = new Written(steps);
    if (written.text.isEmpty()) {
      return;
    }
    byte[] bytes = written.text.toString().getBytes(StandardCharsets.ISO_8859_1);
    int index = where % bytes.length;
    bytes[index] ^= (byte) change;
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    JournalReading damaged = JournalReading.of(text);

    assertThat(damaged.damage()).isNotEmpty();
    List<Undo> others = new ArrayList<>();
    JournalReading.of(without(written.text.toString(), index))
        .open()
        .forEach(entry -> others.add(entry.undo()));
    assertThat(undos(damaged))
        .containsAll(others.stream().filter(undo -> survives(undo, written)).toList());
  }

  private static boolean survives(Undo undo, Written written) {
    return written.openAt.lastEntry().getValue().contains(undo);
  }

  /** The text without the line that has this byte. */
  private static String without(String text, int index) {
    int start = text.lastIndexOf('\n', index - 1) + 1;
    int end = text.indexOf('\n', index) + 1;
    return text.substring(0, start) + text.substring(end);
  }

  private static List<Undo> undos(JournalReading reading) {
    return reading.open().stream().map(Journal.Entry::undo).toList();
  }
}
