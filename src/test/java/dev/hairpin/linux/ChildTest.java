package dev.hairpin.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  private final String run =
      "20261122-000000-%04x".formatted(ThreadLocalRandom.current().nextInt(1 << 16));
  @TempDir Path directory;

  private ChildCommand command(String... words) {
    return ChildCommand.of(
        "the child", run, NetNamespace.CURRENT, directory.resolve("output"), words);
  }

  @Test
  void isFoundByItsLabelAndStopped() throws IOException {
    Child child = Child.start(command("sleep", "77"));

    assertThat(child.alive()).isTrue();
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(Processes.labelled(run)).containsExactly(child.pid()));
    child.close();
    assertThat(child.alive()).isFalse();
    assertThat(Processes.labelled(run)).isEmpty();
  }

  @Test
  void oneThatIgnoresTermIsKilledWithWhatItStarted() throws IOException {
    Child child = Child.start(command("sh", "-c", "trap '' TERM; echo up; sleep 77; sleep 77"));
    await().atMost(Duration.ofSeconds(5)).until(() -> child.lastWords().equals("up"));
    child.stop(Duration.ofMillis(50));

    assertThat(child.alive()).isFalse();
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(Processes.labelled(run)).isEmpty());
  }

  @Test
  void talksThroughPipes() throws IOException {
    try (Child child = Child.start(command("cat").withPipes())) {
      child.input().write("hello\n".getBytes(StandardCharsets.UTF_8));
      child.input().close();
      assertThat(new String(child.output().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("hello\n");
      assertThat(child.awaitEnd(Duration.ofSeconds(5))).isTrue();
    }
  }

  @Test
  void keepsItsLastWords() throws IOException {
    try (Child child = Child.start(command("sh", "-c", "echo so; echo it goes >&2; exit 3"))) {
      assertThat(child.awaitEnd(Duration.ofSeconds(5))).isTrue();
      assertThat(child.lastWords()).isEqualTo("so\nit goes");
    }
  }

  @Test
  void namesTheProgramThatIsMissing() throws IOException {
    for (ChildCommand each :
        List.of(command("no-such-program"), command("no-such-program").outlivingUs())) {
      Child child = Child.start(each);
      assertThat(child.awaitEnd(Duration.ofSeconds(5))).isTrue();
      assertThat(child.lastWords()).contains("no-such-program");
    }
  }

  @Test
  void diesWithItsParentEvenByKill() throws Exception {
    Process parent =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    OrphanMaker.class.getName(),
                    run,
                    directory.resolve("output").toString()))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = parent.inputReader()) {
      long child = Long.parseLong(said.readLine());
      assertThat(ProcessHandle.of(child)).get().matches(ProcessHandle::isAlive);

      parent.destroyForcibly().waitFor();
      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(Processes.labelled(run)).isEmpty());
    }
  }
}
