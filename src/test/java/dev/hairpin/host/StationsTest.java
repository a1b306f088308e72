package dev.hairpin.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hairpin.host.UndoLog.Change;
import dev.hairpin.linux.LinkFacts;
import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StationsTest {
  private static final FrameSink NOBODY = (epochNanos, frame) -> {};
  private static final MacAddress GROUP = MacAddress.parse("01:00:5e:01:02:03");

  private final List<String> told = new ArrayList<>();
  private Cable cable;
  private KvmHost host;

  @BeforeEach
  void open() throws IOException {
    cable =
        new Cable(
            new UndoLog() {
              @Override
              public void before(Change change) throws IOException {
                String link = change.what().get("link");
                assertThat(host.links().labelled()).doesNotContain(link);
                told.add("before " + change.kind() + " " + link);
              }

              @Override
              public void undone(Change change) {
                told.add("undone " + change.kind() + " " + change.what().get("link"));
              }
            });
    host = cable.host;
  }

  @AfterEach
  void close() throws IOException {
    cable.close();
  }

  @Test
  void theUndoLogIsToldBeforeEachLinkAndAfterItsEnd() throws IOException {
    String link;
    try (BareStation a = host.bareStation("A", "eth3", MacvtapMode.VEPA, NOBODY)) {
      link = a.link();
      assertThat(told).containsExactly("before link " + link);
      assertThat(cable.labelled()).containsExactly(link);
      assertThat(a.mac().toString()).startsWith("02:48:50:ab:00:");
    }
    assertThat(told).containsExactly("before link " + link, "undone link " + link);
    assertThat(cable.labelled()).isEmpty();
  }

  @Test
  void aNameTakenByAnotherRunIsPassedOver() throws IOException {
    cable.pair.shell.run("ip link add hpab0001 type dummy || ip link add hpab0001 type bridge");
    try (BareStation a = host.bareStation("A", "eth3", MacvtapMode.VEPA, NOBODY)) {
      assertThat(a.link()).isEqualTo("hpab0002");
    }
    assertThat(host.links().names()).contains("hpab0001");
  }

  @Test
  void aSecondOneOnAPassthruNicIsRefused() throws IOException {
    assertThat(host.refusal("eth3", MacvtapMode.VEPA)).isEmpty();
    try (BareStation a = host.bareStation("A", "eth3", MacvtapMode.PASSTHRU, NOBODY)) {
      assertThat(a.mac()).isEqualTo(host.links().facts("eth3").mac());
      for (MacvtapMode mode : MacvtapMode.values()) {
        assertThat(host.refusal("eth3", mode)).map(Refusal::reason).get().asString().isNotBlank();
      }
      assertThat(cable.labelled()).containsExactly(a.link());
    }
    assertThat(host.refusal("eth3", MacvtapMode.PASSTHRU)).isEmpty();
    assertThat(cable.labelled()).isEmpty();
  }

  @Test
  void changesModeInPlaceButNotToPassthru() throws IOException {
    try (BareStation a = host.bareStation("A", "eth3", MacvtapMode.VEPA, NOBODY)) {
      a.setMode(MacvtapMode.PRIVATE);
      assertThat(a.mode()).isEqualTo(MacvtapMode.PRIVATE);
      assertThat(host.links().facts(a.link()).mode()).contains("private");
      assertThatThrownBy(() -> a.setMode(MacvtapMode.PASSTHRU)).hasMessageContaining("passthru");
    }
  }

  /**
   * The kernel's filter is a table of 256 bits that addresses are hashed into (macvlan.c,
   * mc_hash()): some groups get through unasked, and by the device's place in memory it is others
   * each time.
   */
  @Test
  void hearsAGroupOnceItJoined() throws IOException {
    int groups = 20;
    Ear ear = new Ear();
    try (BareStation a = host.bareStation("A", "eth3", MacvtapMode.VEPA, ear);
        UpstreamStation upstream = host.upstream("upstream", "eth4")) {
      for (int each = 1; each <= groups; each++) {
        upstream.send(Ear.frame(group(each), upstream.mac(), each));
      }
      upstream.send(Ear.frame(MacAddress.BROADCAST, upstream.mac(), groups + 1));
      ear.await(groups + 1);
      int silent =
          IntStream.rangeClosed(1, groups)
              .filter(each -> ear.copies(each) == 0)
              .findFirst()
              .orElseThrow(() -> new AssertionError("it hears every group though it joined none"));
      a.join(group(silent));
      upstream.send(Ear.frame(group(silent), upstream.mac(), groups + 2));
      ear.await(groups + 2);
    }
  }

  private static MacAddress group(int number) {
    return MacAddress.of(GROUP.value() + 0x010100L * number);
  }

  @Test
  void countsWhatItsQueueDropped() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    FrameSink stuck =
        (when, frame) -> {
          try {
            gate.await();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        };
    try (BareStation a = host.bareStation("A", "eth3", MacvtapMode.BRIDGE, NOBODY);
        BareStation b = host.bareStation("B", "eth3", MacvtapMode.BRIDGE, stuck)) {
      for (int number = 0; number < 10_500; number++) {
        a.send(Ear.frame(b.mac(), a.mac(), number));
      }
      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(b.dropped()).isBetween(490L, 500L));
      assertThat(a.dropped()).isZero();
      gate.countDown();
    }
  }

  @Test
  void saysSoWhenItsLinkWasDeletedUnderIt() throws IOException {
    try (BareStation a = host.bareStation("A", "eth3", MacvtapMode.VEPA, NOBODY)) {
      host.links().delete(a.link());
      assertThatThrownBy(a::dropped).hasMessageContaining("is gone");
    }
  }

  @Test
  void hostAndGuestMeetOverAMacvlanWithoutTheSwitch() throws IOException {
    Ear atHost = new Ear();
    Ear atA = new Ear();
    try (BareStation a = host.bareStation("A", "eth3", MacvtapMode.BRIDGE, atA);
        HostStation macvlan = host.hostMacvlan("host", "eth3", MacvtapMode.BRIDGE, atHost)) {
      a.send(Ear.frame(macvlan.mac(), a.mac(), 1));
      macvlan.send(Ear.frame(a.mac(), macvlan.mac(), 2));
      atHost.await(1);
      atA.await(2);
      assertThat(macvlan.dropped()).isZero();
    }
    assertThat(cable.labelled()).isEmpty();
  }

  @Test
  void theHostsOwnNicMeetsItsGuestOnlyThroughTheSwitch() throws IOException {
    Ear atHost = new Ear();
    Ear atA = new Ear();
    cable.pair.hairpin(true);
    try (BareStation a = host.bareStation("A", "eth3", MacvtapMode.VEPA, atA);
        HostStation own = host.hostStation("host", "eth3", atHost)) {
      LinkFacts nic = host.links().facts("eth3");
      assertThat(own.mac()).isEqualTo(nic.mac());
      a.send(Ear.frame(own.mac(), a.mac(), 1));
      own.send(Ear.frame(a.mac(), own.mac(), 2));
      atHost.await(1);
      atA.await(2);
    }
  }

  @Test
  void leavesNothingWhenItFailsHalfWay() {
    assertThatThrownBy(() -> host.bareStation("A", "eth9", MacvtapMode.VEPA, NOBODY))
        .hasMessageContaining("eth9");
    assertThat(told).hasSize(2);
    assertThatThrownBy(() -> host.hostStation("host", "eth9", NOBODY))
        .hasMessageContainingAll("eth9", "eth3");
  }
}
