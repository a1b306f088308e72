package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.hairpin.switches.ProfileReader;
import dev.hairpin.yaml.Fault;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a file holds, its reader gives what it says or its faults, and comes to an end. */
final class ReadersFuzzTest {
  /** For a hang, not a measure. */
  private static final Duration FOR_EVER = Duration.ofSeconds(60);

  private static final List<String> TOKENS =
      List.of(
          ":",
          ": ",
          "- ",
          "\n",
          "\n  ",
          "\t",
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          "&a ",
          "*a",
          "!!int ",
          "? ",
          "|\n",
          ">\n",
          "%",
          "@",
          "#",
          "---\n",
          "...\n",
          "~",
          "null",
          "on",
          "<<: ",
          "\\",
          "\uFEFF",
          "\u0000",
          "\u0085",
          "\u2028",
          "\uD83D\uDE00",
          "{port}",
          "{",
          "(",
          "(?<",
          "\\p{",
          "[a-",
          "*",
          "010",
          "12:30",
          "9".repeat(20),
          "env:",
          "x".repeat(2000),
          "\r",
          "\"\\uD800\"",
          "\"\\0\"",
          "file:\"\\0\"",
          "(((((((((",
          "(a+)+b",
          "\\N{",
          "{2147483647}");

  private static Path folder;
  private static String profile;

  /** Where to put it, how much of what was there goes, and what comes there. */
  record Edit(double place, int gone, String text) {}

  @BeforeContainer
  static void prepare() throws IOException {
    folder = Files.createTempDirectory("hairpin-fuzz");
    profile = Files.readString(Path.of("switch-profiles/juniper-junos.yaml"));
  }

  @AfterContainer
  static void tidy() throws IOException {
    Files.deleteIfExists(folder.resolve("juniper-junos.yaml"));
    Files.deleteIfExists(folder.resolve("lab.yaml"));
    Files.delete(folder);
  }

  @Property(tries = 600)
  void labsThatWereTamperedWith(@ForAll("edits") List<Edit> edits) {
    String text = tampered(LabFiles.CONTRACT, edits);
    judge(() -> LabReader.parse("lab.yaml", text, folder, LabFiles.SHIPPED));
  }

  @Property(tries = 600)
  void profilesThatWereTamperedWith(@ForAll("edits") List<Edit> edits) throws IOException {
    Path file = folder.resolve("juniper-junos.yaml");
    Files.write(file, tampered(profile, edits).getBytes(StandardCharsets.UTF_8));
    judge(() -> ProfileReader.read(file));
  }

  @Property(tries = 300)
  void bytesOfAnyKind(@ForAll byte[] bytes) throws IOException {
    Path file = folder.resolve("lab.yaml");
    Files.write(file, bytes);
    judge(() -> LabReader.read(file, LabFiles.SHIPPED));
    judge(() -> ProfileReader.read(file));
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.of(TOKENS),
            Arbitraries.of(TOKENS).list().ofMaxSize(6).map(each -> String.join("", each)),
            Arbitraries.strings().ofMaxLength(8),
            Arbitraries.just(""));
    Arbitrary<Edit> edit =
        Combinators.combine(
                Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 30), text)
            .as(Edit::new);
    return edit.list().ofMinSize(1).ofMaxSize(6);
  }

  private static String tampered(String text, List<Edit> edits) {
    StringBuilder tampered = new StringBuilder(text);
    for (Edit each : edits) {
      int at = (int) (each.place() * tampered.length());
      tampered.replace(at, Math.min(tampered.length(), at + each.gone()), each.text());
    }
    return tampered.toString();
  }

  private static void judge(Reading reading) {
    assertTimeoutPreemptively(
        FOR_EVER,
        () -> {
          try {
            assertThat(reading.read()).isNotNull();
          } catch (FaultyFileException faulty) {
            assertThat(faulty.faultsByFile()).isNotEmpty();
            for (Fault each : faulty.faults()) {
              assertThat(each.line()).isPositive();
              assertThat(each.column()).isPositive();
              assertThat(each.message()).isNotBlank().doesNotContain("\n", "\u001b");
            }
          }
        });
  }

  private interface Reading {
    Object read() throws FaultyFileException, IOException;
  }
}
