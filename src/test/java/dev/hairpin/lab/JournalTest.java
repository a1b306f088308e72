package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.switches.RelayState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  private static final Undo LINK =
      new Undo.LinkDelete("", 7, "mt1", "hairpin x", "02:48:50:00:00:01");
  private static final Undo RELAY =
      new Undo.RelayRestore(
          "/etc/lab.yaml", "tor1", "tor1", "swp1", RelayState.OFF, "", List.of(), "");

  @TempDir Path folder;

  @Test
  void anotherProcessReadsWhatWasPlannedAndNotUndone() throws IOException {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      List<Journal.Entry> planned = journal.plan(List.of(LINK, RELAY));
      journal.plan(new Undo.ProcessKill("x"));
      journal.undone(planned.get(0));
    }
    try (Journal again = Journal.open(file)) {
      assertThat(again.open())
          .containsExactly(
              new Journal.Entry(2, RELAY), new Journal.Entry(3, new Undo.ProcessKill("x")));
      assertThat(again.plan(LINK).sequence()).isEqualTo(4);
    }
  }

  @Test
  void aTornLineIsCutOffBeforeTheNextIsWritten() throws IOException {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      journal.plan(List.of(LINK, RELAY));
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 5));
    try (Journal journal = Journal.open(file)) {
      journal.plan(new Undo.ProcessKill("x"));
    }
    JournalReading reading = Journal.read(file);
    assertThat(reading.damage()).isEmpty();
    assertThat(reading.open())
        .containsExactly(
            new Journal.Entry(1, LINK), new Journal.Entry(2, new Undo.ProcessKill("x")));
  }

  @Test
  void aLineWithoutItsNewlineIsKept() throws IOException {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      journal.plan(LINK);
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    try (Journal journal = Journal.open(file)) {
      journal.plan(RELAY);
    }
    assertThat(Journal.read(file).open())
        .containsExactly(new Journal.Entry(1, LINK), new Journal.Entry(2, RELAY));
  }

  @Test
  void aKindOfALaterVersionIsToldAndStopsNothing() throws IOException {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      journal.plan(LINK);
    }
    String known = Files.readString(file);
    String unknown = JournalLine.planned(2, RELAY);
    Files.writeString(file, known + resealed(unknown.replace("relay-restore", "relay-remake")));
    JournalReading reading = Journal.read(file);
    assertThat(reading.open()).containsExactly(new Journal.Entry(1, LINK));
    assertThat(reading.damage()).singleElement().asString().contains("relay-remake");
  }

  private static String resealed(String line) {
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    String body = line.substring(JournalLine.START.length() + 8, line.length() - 1);
    crc.update(body.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    return JournalLine.START + String.format("%08x", crc.getValue()) + body + "\n";
  }

  @Test
  void anInterruptedThreadClosesNoJournal() throws IOException {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      Thread.currentThread().interrupt();
      journal.plan(LINK);
      assertThat(Thread.interrupted()).isTrue();
      journal.plan(RELAY);
    }
    assertThat(Journal.read(file).open()).hasSize(2);
  }

  @Test
  void anEntryOfTheFirstVersionIsUnderstood() throws IOException {
    Path file = folder.resolve("journal");
    String line =
        "{\"crc\":\"00000000\",\"seq\":1,\"planned\":{\"kind\":\"relay-restore\",\"lab\":\"/l\","
            + "\"uplink\":\"u\",\"switchName\":\"s\",\"port\":\"p\",\"state\":\"OFF\",\"namespace\":\"\"}}";
    Files.writeString(file, resealed(line + "\n"));
    assertThat(Journal.read(file).open())
        .containsExactly(
            new Journal.Entry(
                1, new Undo.RelayRestore("/l", "u", "s", "p", RelayState.OFF, "", List.of(), "")));
  }

  @Test
  void aJournalOfAnotherVersionIsToldAndStaysAsItIs() throws IOException {
    StateRoot root = new StateRoot(folder.resolve("state")).prepare();
    Path file;
    String id;
    try (RunDirectory run = RunDirectory.create(root)) {
      id = run.id();
      file = run.path().resolve("journal");
      run.journal().plan(RELAY);
    }
    String text =
        resealed(JournalLine.header().replace("\"journal\":1", "\"journal\":2"))
            + resealed(JournalLine.planned(1, RELAY).replace("planned", "intended"));
    // Torn too, as its own version would see it.
    String torn = text.substring(0, text.length() - 3);
    Files.writeString(file, torn);
    SweepReport report = new Sweep(root, what -> {}).sweep();
    assertThat(report.complete()).isFalse();
    assertThat(report.line()).contains("format", "(2; it knows 1)", "runs/" + id);
    assertThat(Files.readString(file)).isEqualTo(torn);
  }

  @Test
  void aTornLastLineIsTold() throws IOException {
    StateRoot root = new StateRoot(folder.resolve("state")).prepare();
    Path file;
    try (RunDirectory run = RunDirectory.create(root)) {
      file = run.path().resolve("journal");
      run.journal().plan(List.of(RELAY, RELAY));
    }
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 3));
    SweepReport report = new Sweep(root, what -> {}).sweep();
    assertThat(report.complete()).isTrue();
    assertThat(report.line()).contains("in the middle of a line", "never done");
    assertThat(RunDirectory.list(root)).isEmpty();
  }

  @Test
  void aFullDiskIsToldBeforeAnythingIsChanged() throws Exception {
    SmallDisk.with(
        folder,
        disk -> {
          StateRoot root = new StateRoot(disk).prepare();
          try (RunDirectory run = RunDirectory.create(root)) {
            fill(disk.resolve("filler"));
            assertThatThrownBy(
                    () -> {
                      for (int line = 0; line < 1000; line++) {
                        run.journal().plan(LINK);
                      }
                    })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("nothing is changed without it");
            assertThatThrownBy(root::prepare)
                .hasMessageContaining(disk.toString())
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("HAIRPIN_STATE");
            Files.delete(disk.resolve("filler"));
            // What could be written is whole, and the journal goes on.
            run.journal().plan(RELAY);
            JournalReading reading = Journal.read(run.path().resolve("journal"));
            assertThat(reading.damage()).isEmpty();
            assertThat(reading.open()).isEqualTo(run.journal().open());
          }
        });
  }

  private static void fill(Path file) throws IOException {
    byte[] page = new byte[4096];
    try {
      while (true) {
        Files.write(file, page, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }
}
