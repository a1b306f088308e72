package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortLockTest {
  private static final String RUN = "20261122-091522-7f3a";

  @TempDir Path folder;
  private StateRoot root;

  @BeforeEach
  void prepare() throws IOException {
    root = new StateRoot(folder).prepare();
  }

  private PortLock take(String namespace, String port) throws IOException {
    return PortLock.take(root, RUN, namespace, "192.0.2.10", port);
  }

  @Test
  void aPortIsHeldOnce() throws IOException {
    try (PortLock lock = take("", "swp1");
        PortLock otherPort = take("", "swp2");
        PortLock otherLab = take("hp-x-mgmt", "swp1")) {
      assertThatThrownBy(() -> take("", "swp1"))
          .hasMessageContaining("port swp1 of switch 192.0.2.10 is in use by run " + RUN)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    take("", "swp1").close();
    assertThat(root.locks()).isEmptyDirectory();
  }

  @Test
  void itsHolderIsNamedAndItIsFreeOnceThatIsKilled() throws Exception {
    try (OtherProgram holder =
        OtherProgram.start(PortHolder.class, folder.toString(), "20261122-091522-aaaa")) {
      assertThat(holder.line()).isEqualTo("held");
      for (int round = 0; round < 3; round++) {
        assertThatThrownBy(() -> take("", "swp1"))
            .hasMessageContaining("run 20261122-091522-aaaa")
            .hasMessageContaining("process " + holder.pid());
      }
      holder.kill();
      take("", "swp1").close();
    }
  }
}
