package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.pcap4j.util.ByteArrays;

class DhcpMessageTest {
  private static final MacAddress CLIENT = MacAddress.parse("02:48:50:00:00:01");
  private static final MacAddress SERVER = MacAddress.parse("02:48:50:00:00:99");
  private static final Ipv4Address LEASED = Ipv4Address.parse("203.0.113.1");
  private static final DhcpReply REPLY =
      new DhcpReply(SERVER, Ipv4Address.parse("203.0.113.254"), LEASED);

  /** As RFC 2131 has a client's first message, the lengths and checksums apart. */
  static byte[] asked(int kind, byte... more) {
    byte[] frame = new byte[14 + 20 + 8 + 300];
    ByteBuffer buffer = ByteBuffer.wrap(frame);
    buffer.put(MacAddress.BROADCAST.bytes()).put(CLIENT.bytes()).putShort((short) 0x0800);
    buffer.put((byte) 0x45).position(14 + 9).put((byte) 17);
    buffer.position(34).putShort((short) 68).putShort((short) 67).position(42);
    buffer.put((byte) 1).put((byte) 1).put((byte) 6).put((byte) 0).putInt(0x1234_5678);
    buffer.position(42 + 28).put(CLIENT.bytes());
    buffer.position(42 + 236).putInt(0x6382_5363);
    buffer.put((byte) 0).put((byte) 53).put((byte) 1).put((byte) kind).put(more);
    buffer.put((byte) 255);
    return frame;
  }

  @Test
  void readsWhatAClientAsks() {
    DhcpMessage message = DhcpMessage.of(asked(1)).orElseThrow();

    assertThat(message.kind()).isEqualTo(DhcpMessage.Kind.DISCOVER);
    assertThat(message.client()).isEqualTo(CLIENT);
    assertThat(message.transaction()).isEqualTo(0x1234_5678);
    assertThat(message.yours()).hasToString("0.0.0.0");
    assertThat(message.server()).isEmpty();
  }

  @Test
  void readsWhichServerAClientHasChosen() {
    byte[] chosen = HexFormat.of().parseHex("3604" + "c0000201");

    assertThat(DhcpMessage.of(asked(3, chosen)).orElseThrow().server())
        .contains(Ipv4Address.parse("192.0.2.1"));
  }

  @Test
  void theChecksumsOfAnAnswerHold() {
    byte[] offer = REPLY.to(DhcpMessage.of(asked(1)).orElseThrow());
    byte[] udp = Arrays.copyOfRange(offer, 34, offer.length);
    ByteBuffer pseudo = ByteBuffer.allocate(12 + udp.length);
    pseudo.put(offer, 26, 8).putShort((short) 17).putShort((short) udp.length).put(udp);

    // pcap4j's sum over what has its checksum in it comes to 0.
    assertThat(ByteArrays.calcChecksum(Arrays.copyOfRange(offer, 14, 34))).isZero();
    assertThat(ByteArrays.calcChecksum(pseudo.array())).isZero();
    assertThat(offer).startsWith(CLIENT.bytes());
  }

  @Test
  void offersFirstAndAcknowledgesThen() {
    DhcpMessage offer =
        DhcpMessage.of(REPLY.to(DhcpMessage.of(asked(1)).orElseThrow())).orElseThrow();
    DhcpMessage ack =
        DhcpMessage.of(REPLY.to(DhcpMessage.of(asked(3)).orElseThrow())).orElseThrow();

    assertThat(offer.kind()).isEqualTo(DhcpMessage.Kind.OFFER);
    assertThat(ack.kind()).isEqualTo(DhcpMessage.Kind.ACK);
    assertThat(offer.transaction()).isEqualTo(0x1234_5678);
    assertThat(ack.yours()).isEqualTo(LEASED);
    assertThat(ack.server()).contains(Ipv4Address.parse("203.0.113.254"));
    assertThat(ack.client()).isEqualTo(CLIENT);
  }

  @Test
  void isNotTakenFromFragmentsOrOtherPorts() {
    byte[] fragment = asked(1);
    fragment[14 + 6] = 0x20; // more fragments
    byte[] port = asked(1);
    port[37] = 53;
    byte[] cookie = asked(1);
    cookie[42 + 236]++;

    assertThat(DhcpMessage.of(fragment)).isEmpty();
    assertThat(DhcpMessage.of(port)).isEmpty();
    assertThat(DhcpMessage.of(cookie)).isEmpty();
    assertThat(DhcpMessage.of(asked(7))).as("a release").isEmpty();
  }

  @Property
  void noBytesTroubleTheReader(
      @ForAll @Size(max = 400) byte[] noise, @ForAll @IntRange(max = 342) int kept) {
    byte[] cut = Arrays.copyOf(asked(1), kept);
    assertThat(DhcpMessage.of(cut).isPresent()).isEqualTo(kept >= 42 + 236 + 4 + 4);
    byte[] hostile = asked(1);
    System.arraycopy(noise, 0, hostile, 42 + 240, Math.min(noise.length, 60));
    DhcpMessage.of(hostile);
    DhcpMessage.of(noise);
  }
}
