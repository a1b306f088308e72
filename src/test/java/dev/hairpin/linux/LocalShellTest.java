package dev.hairpin.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalShellTest {
  private LocalShell shell;

  @BeforeEach
  void open() throws IOException {
    shell = LocalShell.open(NetNamespace.CURRENT, "20261122-000000-0001");
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void givesOutputAndStatus() throws IOException {
    ShellResult result = shell.run("printf 'a b'; echo c >&2; exit 3");

    assertThat(result.output()).isEqualTo("a bc\n");
    assertThat(result.exit()).isEqualTo(3);
  }

  @Test
  void survivesWhatEndsShells() throws IOException {
    assertThat(shell.run("exit 9").exit()).isEqualTo(9);
    assertThat(shell.run("if then (").exit()).isNotZero();
    assertThat(shell.run("echo 'unfinished").exit()).isNotZero();
    assertThat(shell.run("no-such-command-here").exit()).isEqualTo(127);
    assertThat(shell.run("exec sh -c 'kill -9 $$'").exit()).isEqualTo(137);
    assertThat(shell.run("echo \"it's here\"").require()).isEqualTo("it's here\n");
  }

  @Test
  void commandsReadNoInput() throws IOException {
    assertThat(shell.run("cat").require()).isEmpty();
  }

  @Test
  void keepsLinesBytesAndLongOutput() throws IOException {
    assertThat(shell.run("printf '\\n\\n x \\n\\n'").require()).isEqualTo("\n\n x \n\n");
    assertThat(shell.run("printf 'ü€'").require()).isEqualTo("ü€");
    assertThat(shell.run("seq 200000").require()).hasSize(1_288_895).endsWith("200000\n");
  }

  @Test
  void labelsItsCommands() throws IOException {
    assertThat(shell.run("echo $HAIRPIN_RUN $LC_ALL").require())
        .isEqualTo("20261122-000000-0001 C\n");
  }

  @Test
  void endsWhatIsLateAndGoesOn() throws IOException {
    assertThatThrownBy(() -> shell.run("echo begun; sleep 77", Duration.ofMillis(200)))
        .hasMessageContaining("sleep 77")
        .hasMessageContaining("200 ms")
        .hasMessageContaining("begun");

    assertThat(shell.run("echo on").require()).isEqualTo("on\n");
  }

  @Test
  void endsABusyLoopOfTheShellItself() throws IOException {
    assertThatThrownBy(() -> shell.run("while :; do :; done", Duration.ofMillis(200)))
        .hasMessageContaining("did not end");

    assertThat(shell.run("echo on").require()).isEqualTo("on\n");
  }

  @Test
  void saysSoWhenTheShellIsGone() {
    shell.close();

    assertThatThrownBy(() -> shell.run("echo on")).hasMessageContaining("is gone");
  }

  @Test
  void failsWithTheNamespacesName() {
    assertThatThrownBy(() -> LocalShell.open(NetNamespace.named("hpt-none"), "x"))
        .hasMessageContaining("hpt-none")
        .hasMessageContaining("ip netns list");
  }

  @Test
  void requireNamesCommandStatusAndOutput() throws IOException {
    ShellResult result = shell.run("echo wrong; exit 4");

    assertThatThrownBy(result::require)
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContainingAll("exit 4", "status 4", "wrong");
  }
}
