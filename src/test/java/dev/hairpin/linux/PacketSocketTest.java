package dev.hairpin.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hairpin.linux.PacketSocket.Membership;
import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacketSocketTest {
  private static final int PROBE = 0x88B5;
  private static final MacAddress NOBODY = MacAddress.parse("02:48:50:01:00:99");

  private final List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
  private final FrameSink sink = (when, frame) -> numbers.add(ByteBuffer.wrap(frame).getInt(14));
  private VethPair pair;
  private MacAddress eth3;
  private MacAddress eth4;

  @BeforeEach
  void open() throws IOException {
    pair = new VethPair("run-1");
    Links links = new Links(pair.shell, "run-1");
    eth3 = links.facts("eth3").mac();
    eth4 = links.facts("eth4").mac();
  }

  @AfterEach
  void close() throws IOException {
    pair.close();
  }

  private PacketSocket receiver() throws IOException {
    return PacketSocket.open(pair.host, "eth3", PROBE, Membership.NONE, sink);
  }

  private void awaitLast(int number) {
    await().atMost(Duration.ofSeconds(5)).until(() -> numbers.contains(number));
  }

  @Test
  void receivesWhatTheHostWould() throws IOException {
    try (PacketSocket host = receiver();
        PacketSocket upstream = PacketSocket.sender(pair.host, "eth4")) {
      upstream.send(TapDeviceTest.frame(eth3, eth4, 1, 60));
      upstream.send(TapDeviceTest.frame(NOBODY, eth4, 2, 60));
      upstream.send(TapDeviceTest.frame(MacAddress.BROADCAST, eth4, 3, 60));
      host.send(TapDeviceTest.frame(eth4, eth3, 4, 60));
      upstream.send(TapDeviceTest.frame(eth3, eth4, 5, 60));
      awaitLast(5);
      host.check();
      assertThat(host.dropped()).isZero();
    }
    assertThat(numbers).containsExactly(1, 3, 5);
  }

  @Test
  void hearsOnlyItsEtherType() throws IOException {
    try (PacketSocket host = receiver();
        PacketSocket upstream = PacketSocket.sender(pair.host, "eth4")) {
      byte[] other = TapDeviceTest.frame(eth3, eth4, 1, 60);
      other[13] = (byte) 0xB6;
      upstream.send(other);
      upstream.send(TapDeviceTest.frame(eth3, eth4, 2, 60));
      awaitLast(2);
      host.check();
    }
    assertThat(numbers).containsExactly(2);
  }

  @Test
  void survivesThatItsNicGoesDownAndUp() throws IOException {
    try (PacketSocket host = receiver();
        PacketSocket upstream = PacketSocket.sender(pair.host, "eth4")) {
      pair.shell.run("ip link set eth3 down; ip link set eth3 up").require();
      upstream.send(TapDeviceTest.frame(eth3, eth4, 7, 60));
      awaitLast(7);
      host.check();
    }
  }

  @Test
  void countsWhatItDropped() throws Exception {
    Object gate = new Object();
    FrameSink slow =
        (when, frame) -> {
          synchronized (gate) {
            numbers.add(ByteBuffer.wrap(frame).getInt(14));
          }
        };
    try (PacketSocket host = PacketSocket.open(pair.host, "eth3", PROBE, Membership.NONE, slow);
        PacketSocket upstream = PacketSocket.sender(pair.host, "eth4")) {
      synchronized (gate) {
        for (int number = 0; number < 60_000; number++) {
          upstream.send(TapDeviceTest.frame(eth3, eth4, number, 1514));
        }
      }
      long dropped = host.dropped();
      assertThat(dropped).isPositive();
      await().atMost(Duration.ofSeconds(10)).until(() -> numbers.size() + dropped >= 60_000);
      assertThat(host.dropped()).as("accumulated").isEqualTo(dropped);
      assertThat(numbers.size() + dropped).isEqualTo(60_000);
    }
  }

  @Test
  void membershipIsAskedOfTheNic() throws IOException {
    Links links = new Links(pair.shell, "run-1");
    try (PacketSocket all =
        PacketSocket.open(pair.host, "eth3", PROBE, Membership.ALL_MULTICAST, sink)) {
      assertThat(links.facts("eth3").allmulti()).isEqualTo(1);
      all.check();
    }
    try (PacketSocket all =
        PacketSocket.open(pair.host, "eth3", PROBE, Membership.PROMISCUOUS, sink)) {
      assertThat(links.facts("eth3").promiscuity()).isEqualTo(1);
      all.check();
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> !links.facts("eth3").promiscuous());
  }

  @Test
  void namesTheNicThatIsMissing() {
    assertThatThrownBy(() -> PacketSocket.sender(pair.host, "eth9")).hasMessageContaining("eth9");
  }
}
