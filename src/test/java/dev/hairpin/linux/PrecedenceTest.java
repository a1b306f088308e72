package dev.hairpin.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
  /** The 19th field of proc(5)'s stat, the 17th behind the name. */
  private static int nice() throws IOException {
    String stat = Files.readString(Path.of("/proc/thread-self/stat"));
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
  }

  @Test
  void isTheCallingThreadsUntilItIsGivenBack() throws Exception {
    int before = nice();
    try (Precedence taken = Precedence.take()) {
      assertThat(nice()).isEqualTo(-20);
    }
    assertThat(nice()).isEqualTo(before);
  }
}
