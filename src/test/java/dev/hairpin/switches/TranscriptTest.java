package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.switches.Transcript.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTest {
  private final Secrets secrets = new Secrets(Map.of("A", "hush-hush"));

  @Test
  void eachLineHasTimeSwitchAndDirectionAndNoSecret(@TempDir Path folder) throws Exception {
    secrets.reveal(new Secret(Secret.Kind.ENVIRONMENT, "A"));
    Path file = folder.resolve("transcript.log");
    try (Transcript transcript = Transcript.open(file, secrets);
        Excerpt excerpt = transcript.follow("tor1")) {
      transcript.add("tor1", Direction.SENT, "user qa hush-hush");
      transcript.add("tor2", Direction.NOTE, "connected");
      transcript.add("tor1", Direction.RECEIVED, "you said hush-hush\nok# ");
      assertThat(excerpt.entries())
          .extracting(Transcript.Entry::text)
          .containsExactly("user qa ***", "you said ***", "ok# ");
      // Nothing is kept back until closing.
      assertThat(Files.readAllLines(file)).hasSize(4);
    }
    String stamp = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z ";
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).matches(stamp + "tor1 > user qa \\*\\*\\*");
    assertThat(lines.get(1)).matches(stamp + "tor2 # connected");
    assertThat(lines.get(2)).matches(stamp + "tor1 < you said \\*\\*\\*");
  }

  @Test
  void aSecretInTwoPartsIsMaskedInBoth() throws Exception {
    secrets.reveal(new Secret(Secret.Kind.ENVIRONMENT, "A"));
    Transcript transcript = Transcript.unwritten(secrets);
    Excerpt excerpt = transcript.follow("tor1");
    transcript.add("tor1", Direction.RECEIVED, "you said hush-");
    transcript.add("tor2", Direction.RECEIVED, "hush");
    transcript.add("tor1", Direction.RECEIVED, "hush, right?");
    transcript.add("tor1", Direction.RECEIVED, "hush");
    assertThat(excerpt.entries())
        .extracting(Transcript.Entry::text)
        .containsExactly("you said ***", "***, right?", "***");
  }

  @Test
  void anExcerptOfVeryMuchKeepsBothEnds() {
    Transcript transcript = Transcript.unwritten(secrets);
    Excerpt excerpt = transcript.follow("tor1");
    for (int line = 0; line < 3 * Excerpt.MOST; line++) {
      transcript.add("tor1", Direction.RECEIVED, "line " + line);
    }
    assertThat(excerpt.entries()).hasSize(2 * Excerpt.MOST + 1);
    assertThat(excerpt.entries().get(0).text()).isEqualTo("line 0");
    assertThat(excerpt.entries().get(Excerpt.MOST).text()).startsWith(Excerpt.MOST + " lines");
    assertThat(excerpt.entries().get(2 * Excerpt.MOST).text()).isEqualTo("line 5999");
  }

  @Test
  void anExcerptOfAThreadHasWhatItSaysAlone() throws Exception {
    Transcript transcript = Transcript.unwritten(secrets);
    Excerpt excerpt = transcript.followThisThread("tor1");
    transcript.add("tor1", Direction.SENT, "mine");
    Thread other = new Thread(() -> transcript.add("tor1", Direction.SENT, "another's"));
    other.start();
    other.join();
    transcript.add("tor1", Direction.RECEIVED, "mine too");
    assertThat(excerpt.entries())
        .extracting(Transcript.Entry::text)
        .containsExactly("mine", "mine too");
  }

  @Test
  void anExcerptEndsWhenItIsClosed() {
    Transcript transcript = Transcript.unwritten(secrets);
    Excerpt excerpt = transcript.follow("tor1");
    transcript.add("tor1", Direction.SENT, "in");
    excerpt.close();
    transcript.add("tor1", Direction.SENT, "out");
    assertThat(excerpt.entries()).hasSize(1);
  }

  @Test
  void aFullDiskIsRememberedAndDisturbsNobody() throws Exception {
    try (Transcript transcript = Transcript.open(Path.of("/dev/full"), secrets)) {
      assertThat(transcript.trouble()).isEmpty();
      transcript.add("tor1", Direction.SENT, "one\ntwo");
      assertThat(transcript.trouble().orElseThrow())
          .startsWith("2 lines of /dev/full")
          .contains("No space left");
    }
  }

  @Test
  void linesOfSeveralThreadsStayWhole(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("transcript.log");
    try (Transcript transcript = Transcript.open(file, secrets)) {
      List<Thread> threads = new ArrayList<>();
      for (int number = 0; number < 4; number++) {
        String name = "tor" + number;
        threads.add(
            new Thread(
                () -> {
                  for (int line = 0; line < 250; line++) {
                    transcript.add(name, Direction.SENT, "x".repeat(100));
                  }
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(Files.readAllLines(file))
        .hasSize(1000)
        .allMatch(line -> line.endsWith("x".repeat(100)));
  }
}
