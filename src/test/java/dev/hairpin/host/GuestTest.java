package dev.hairpin.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Processes;
import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two real guests, booted once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuestTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private GuestImage image;
  private Accelerator accelerator;
  private Cable cable;
  private Guest a;
  private Guest b;

  @BeforeAll
  void boot() throws IOException {
    try (LocalShell shell = LocalShell.open(NetNamespace.CURRENT, Cable.RUN)) {
      image = TestImages.get(shell);
      accelerator =
          new AcceleratorProbe(shell, TestImages.CACHE, Cable.RUN)
              .choose(Optional.empty(), image)
              .accelerator();
    }
    cable = new Cable();
    cable.pair.hairpin(true);
    a = cable.host.startGuest("A", "eth3", MacvtapMode.VEPA, image, accelerator);
    b = cable.host.startGuest("B", "eth3", MacvtapMode.VEPA, image, accelerator);
    a.awaitReady(Guest.BOOT);
    b.awaitReady(Guest.BOOT);
    for (Guest each : new Guest[] {a, b}) {
      String digit = each == a ? "1" : "2";
      each.address("198.51.100." + digit + "/24");
      each.address("2001:db8::" + digit + "/64");
      each.shell().run("ip link set eth0 up").require();
    }
  }

  @AfterAll
  void close() throws IOException {
    a.close();
    b.close();
    assertThat(cable.labelled()).isEmpty();
    assertThat(a.alive()).isFalse();
    cable.close();
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(Processes.labelled(Cable.RUN)).isEmpty());
  }

  private static void awaitAddresses(Guest guest) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(guest.shell().run("ip -6 addr show dev eth0").require())
                    .contains("2001:db8::", "fe80::")
                    .doesNotContain("tentative", "dadfailed"));
  }

  @Test
  void theGuestHasTheMacOfItsMacvtap() throws IOException {
    assertThat(a.shell().run("cat /sys/class/net/eth0/address").require().strip())
        .isEqualTo(a.mac().toString());
    assertThat(cable.host.links().facts(a.link()).mac()).isEqualTo(a.mac());
  }

  @Test
  void guestsResolveAndReachEachOther() throws IOException {
    awaitAddresses(a);
    awaitAddresses(b);
    a.shell().run("ip neigh flush dev eth0; ping -c 1 -W 5 198.51.100.2", LONG).require();
    assertThat(a.shell().run("ip neigh show 198.51.100.2").require()).contains(b.mac().toString());
    a.shell().run("ping6 -c 1 -W 5 2001:db8::2", LONG).require();
    assertThat(a.shell().run("ip -6 neigh show 2001:db8::2").require())
        .contains(b.mac().toString());
  }

  @Test
  void guestsSpeakTcpAndUdpOverBothFamilies() throws IOException {
    awaitAddresses(a);
    awaitAddresses(b);
    Shell server = b.shell();
    for (String options : new String[] {"-4", "-6", "-4 -u", "-6 -u"}) {
      server.run("nc %s -l -p 7 >/tmp/got 2>&1 & echo $! >/tmp/pid".formatted(options)).require();
      String address = options.startsWith("-6") ? "2001:db8::2" : "198.51.100.2";
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> {
                a.shell().run("echo hello | nc -N -w 1 %s %s 7".formatted(options, address));
                assertThat(server.run("cat /tmp/got").require()).startsWith("hello");
              });
      server.run("kill $(cat /tmp/pid)");
    }
  }

  @Test
  void staticNeighboursOfBothFamilies() throws IOException {
    a.shell()
        .run(
            "ip neigh replace 198.51.100.77 dev eth0 lladdr 02:48:50:00:00:77 dev eth0 nud permanent;"
                + " ip neigh replace 2001:db8::77 lladdr 02:48:50:00:00:77 dev eth0 nud permanent")
        .require();
    assertThat(a.shell().run("ip neigh show").require())
        .contains("198.51.100.77 dev eth0 lladdr 02:48:50:00:00:77 PERMANENT")
        .contains("2001:db8::77 dev eth0 lladdr 02:48:50:00:00:77 PERMANENT");
  }

  @Test
  void aModeChangedInPlaceCutsAndJoinsRunningGuests() throws IOException {
    awaitAddresses(a);
    a.setMode(MacvtapMode.PRIVATE);
    b.setMode(MacvtapMode.PRIVATE);
    // What B remembers of A it asks about by unicast, which a private sender gets through.
    b.shell().run("ip neigh flush dev eth0");
    assertThat(new ShellPing(a, "198.51.100.2").answered()).isFalse();
    a.setMode(MacvtapMode.BRIDGE);
    b.setMode(MacvtapMode.BRIDGE);
    assertThat(new ShellPing(a, "198.51.100.2").answered()).isTrue();
    a.setMode(MacvtapMode.VEPA);
    b.setMode(MacvtapMode.VEPA);
    assertThat(new ShellPing(a, "198.51.100.2").answered()).isTrue();
  }

  private record ShellPing(Guest from, String to) {
    boolean answered() throws IOException {
      return from.shell().run("ip neigh flush dev eth0; ping -c 2 -W 2 " + to, LONG).ok();
    }
  }

  @Test
  void itsShellSurvivesDeadlinesAndRefusesWhatIsTooLong() throws IOException {
    assertThatThrownBy(() -> a.shell().run("sleep 77", Duration.ofMillis(100)))
        .hasMessageContaining("guest A");
    assertThatThrownBy(() -> a.shell().run("while :; do :; done", Duration.ofMillis(100)))
        .hasMessageContaining("did not end");
    assertThat(a.shell().run("pidof sleep").output()).isBlank();
    assertThat(a.shell().run("echo on; exit 3").exit()).isEqualTo(3);
    assertThatThrownBy(() -> a.shell().run("echo " + "x".repeat(4_000)))
        .hasMessageContaining("3500");
    assertThat(a.shell().run("echo " + "x".repeat(3_400)).require()).hasSize(3_401);
    assertThat(a.shell().run("seq 3000").require()).endsWith("2999\n3000\n").hasSize(13_893);
  }

  @Test
  void aGuestThatCantBootSaysWhyAtOnce() throws IOException {
    GuestImage broken = new GuestImage(Path.of("/none"), image.initramfs(), "none");
    try (Guest c = cable.host.startGuest("C", "eth3", MacvtapMode.VEPA, broken, accelerator)) {
      assertThatThrownBy(() -> c.awaitReady(Guest.BOOT))
          .hasMessageContainingAll("guest C did not boot", "/none");
    }
    assertThat(cable.labelled()).containsExactlyInAnyOrder(a.link(), b.link());
  }

  @Test
  void aGuestWhoseSystemPanicsSaysSo() throws IOException {
    GuestImage broken = new GuestImage(image.kernel(), Path.of("/etc/passwd"), "none");
    try (Guest c = cable.host.startGuest("C", "eth3", MacvtapMode.VEPA, broken, accelerator)) {
      assertThatThrownBy(() -> c.awaitReady(Guest.BOOT)).hasMessageContaining("panic");
    }
  }
}
