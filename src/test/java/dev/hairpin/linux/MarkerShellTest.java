package dev.hairpin.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guests' dialect, spoken with busybox' own shell. */
class MarkerShellTest {
  private Process process;
  private MarkerShell shell;

  @BeforeEach
  void open() throws IOException {
    process = new ProcessBuilder("busybox", "sh").redirectErrorStream(true).start();
    shell =
        new MarkerShell(
            "the shell under test",
            process.getInputStream(),
            process.getOutputStream(),
            MarkerShell.SELF_TIMED,
            () -> {});
  }

  @AfterEach
  void close() {
    shell.close();
    process.destroyForcibly();
  }

  @Test
  void runsCommands() throws IOException {
    assertThat(shell.run("printf 'it'\\''s\\n'; exit 3"))
        .isEqualTo(new ShellResult("printf 'it'\\''s\\n'; exit 3", 3, "it's\n"));
    assertThat(shell.run("echo 'unfinished").exit()).isNotZero();
    assertThat(shell.run("echo on").require()).isEqualTo("on\n");
  }

  @Test
  void theOtherEndEndsWhatIsLate() throws IOException {
    assertThatThrownBy(() -> shell.run("sleep 77", Duration.ofMillis(100)))
        .hasMessageContainingAll("sleep 77", "100 ms", "the shell under test");

    assertThat(shell.run("echo on").require()).isEqualTo("on\n");
  }

  @Test
  void saysWhatItLastSaidWhenItGoes() throws IOException {
    assertThatThrownBy(() -> shell.run("echo panic; kill -9 " + process.pid() + "; sleep 9"))
        .hasMessageContainingAll("went away", "panic");
    assertThatThrownBy(() -> shell.run("echo on")).hasMessageContaining("is gone");
  }

  @Test
  void anInterruptedCallerLeavesTheShellUsable() throws Exception {
    Thread impatient =
        new Thread(
            () ->
                assertThatThrownBy(() -> shell.run("echo late; sleep 1; echo later"))
                    .hasMessageContaining("interrupted"));
    impatient.start();
    impatient.interrupt();
    impatient.join();

    assertThat(shell.run("echo on").require()).isEqualTo("on\n");
  }

  @Test
  void quotesAnything() {
    assertThat(MarkerShell.quote("a'b $c")).isEqualTo("'a'\\''b $c'");
  }
}
