package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.switches.SwitchAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortLockTest {
  private static final String RUN = "run 20261122-091522-7f3a";
  private static final String OTHER = "run 20261122-091522-aaaa";

  @TempDir Path folder;
  private StateRoot root;

  @BeforeEach
  void prepare() throws IOException {
    root = new StateRoot(folder).prepare();
  }

  static PortKeys keys(String namespace, String port) {
    return PortKeys.of(namespace, ssh("192.0.2.10", 22), port);
  }

  private static SwitchAccess ssh(String address, int port) {
    return new SwitchAccess(
        "tor1",
        "linux-bridge",
        address,
        SwitchAccess.Control.SSH,
        Optional.of(
            new SwitchAccess.Ssh(
                port,
                "qa",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        Optional.empty());
  }

  private static SwitchAccess snmp(String address) {
    return new SwitchAccess(
        "leaf",
        "linux-bridge",
        address,
        SwitchAccess.Control.SNMP,
        Optional.empty(),
        Optional.of(
            new SwitchAccess.Snmp(
                161, 2, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
  }

  private PortLock take(PortKeys keys, Waiting waiting) throws IOException {
    return PortLock.take(root, RUN, keys, "port swp1 of switch tor1", waiting);
  }

  private PortLock take(String namespace, String port) throws IOException {
    return take(keys(namespace, port), Waiting.NONE);
  }

  @Test
  void aPortIsHeldOnce() throws IOException {
    try (PortLock lock = take("", "swp1");
        PortLock otherPort = take("", "swp2");
        PortLock otherLab = take("hp-x-mgmt", "swp1")) {
      assertThatThrownBy(() -> take("", "swp1"))
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining("port swp1 of switch tor1 is in use by " + RUN)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      assertThat(PortLock.inUse(root, keys("", "swp3"))).containsExactly("swp1", "swp2");
    }
    take("", "swp1").close();
    assertThat(root.locks()).isEmptyDirectory();
  }

  @Test
  void onePortByOtherNamesIsTheSameOne() throws IOException {
    try (PortLock lock = take(PortKeys.of("", ssh("127.0.0.1", 22), "Ethernet 1"), Waiting.NONE)) {
      for (PortKeys same :
          List.of(
              PortKeys.of("", ssh("localhost", 22), "Ethernet1"),
              PortKeys.of("", snmp("127.0.0.1"), "ethernet1"))) {
        assertThatThrownBy(() -> take(same, Waiting.NONE)).isInstanceOf(PortInUseException.class);
      }
      // Another TCP port leads to another switch.
      take(PortKeys.of("", ssh("127.0.0.1", 2201), "Ethernet1"), Waiting.NONE).close();
    }
    assertThat(root.locks()).isEmptyDirectory();
  }

  @Test
  void itsHolderIsNamedAndItIsFreeOnceThatIsKilled() throws Exception {
    try (OtherProgram holder = OtherProgram.start(PortHolder.class, folder.toString(), OTHER)) {
      assertThat(holder.line()).isEqualTo("held");
      for (int round = 0; round < 3; round++) {
        assertThatThrownBy(() -> take("", "swp1"))
            .hasMessageContaining(OTHER)
            .hasMessageContaining("process " + holder.pid());
      }
      assertThat(PortLock.inUse(root, keys("", "swp1"))).containsExactly("swp1");
      holder.kill();
      assertThat(PortLock.inUse(root, keys("", "swp1"))).isEmpty();
      take("", "swp1").close();
    }
  }

  @Test
  void whoWaitsIsToldForWhomAndGetsItWhenThatEnds() throws Exception {
    try (OtherProgram holder = OtherProgram.start(PortHolder.class, folder.toString(), OTHER)) {
      assertThat(holder.line()).isEqualTo("held");
      List<String> told = new ArrayList<>();
      Waiting waiting =
          new Waiting(
              Duration.ofSeconds(60),
              said -> {
                told.add(said);
                killed(holder);
              },
              () -> false);
      take(keys("", "swp1"), waiting).close();
      assertThat(told).singleElement().asString().contains("in use by " + OTHER, "up to 60 s");
    }
  }

  private static void killed(OtherProgram program) {
    try {
      program.kill();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void nobodyWaitsForItselfOrAfterGivingUp() throws IOException {
    Waiting never =
        new Waiting(
            Duration.ofDays(1),
            said -> {
              throw new AssertionError("waits: " + said);
            },
            () -> false);
    try (PortLock lock = take("", "swp1")) {
      assertThatThrownBy(() -> take(keys("", "swp1"), never))
          .isInstanceOf(PortInUseException.class);
    }
  }
}
