package dev.hairpin.wire;

import java.util.Arrays;
import java.util.Optional;

/**
 * A DHCP message as it goes on the wire (RFC 2131 section 2, RFC 2132), in a frame of IPv4 and UDP.
 *
 * @param frame whole, from the destination address on
 * @param kind what it is
 * @param transaction the client's number of this talk ({@code xid})
 * @param client the client's hardware address ({@code chaddr})
 * @param yours the address that the client is offered or given ({@code yiaddr}); 0.0.0.0 in what
 *     clients send
 * @param server who answers (option 54), where it is said
 */
public record DhcpMessage(
    byte[] frame,
    Kind kind,
    int transaction,
    MacAddress client,
    Ipv4Address yours,
    Optional<Ipv4Address> server) {
  /** What a message is for (RFC 2132 section 9.6); the others are not told apart. */
  public enum Kind {
    DISCOVER(1, true),
    OFFER(2, false),
    REQUEST(3, true),
    ACK(5, false);

    private final int code;
    private final boolean ofClient;

    Kind(int code, boolean ofClient) {
      this.code = code;
      this.ofClient = ofClient;
    }

    int code() {
      return code;
    }

    /** Whether clients send it, and not servers. */
    public boolean ofClient() {
      return ofClient;
    }

    static Optional<Kind> of(int code) {
      return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }
  }

  static final int SERVER_PORT = 67;
  static final int CLIENT_PORT = 68;
  static final int IPV4_HEADER = 20;
  static final int UDP_HEADER = 8;
  static final int UDP = 17;
  static final int COOKIE = 0x6382_5363;
  static final int XID = 4;
  static final int FLAGS = 10;
  static final int YIADDR = 16;
  static final int CHADDR = 28;
  static final int MAGIC = 236;
  static final int OPTIONS = 240;
  static final int KIND = 53;
  static final int SERVER = 54;
  static final int LEASE_TIME = 51;
  static final int MASK = 1;
  static final int END = 255;

  /**
   * Reads a frame.
   *
   * @return nothing when it is no DHCP message of a {@link Kind}, or one that is cut short
   */
  public static Optional<DhcpMessage> of(byte[] frame) {
    return EtherFrame.of(frame)
        .filter(each -> each.etherType() == EtherTypes.IPV4)
        .flatMap(each -> bootp(each.payload()))
        .flatMap(message -> read(frame, message));
  }

  /** What a UDP datagram of DHCP's ports carries; fragments carry no whole one. */
  private static Optional<byte[]> bootp(byte[] packet) {
    if (packet.length < IPV4_HEADER) {
      return Optional.empty();
    }
    int header = (packet[0] & 0xF) * 4;
    boolean fragment = (Octets.u16(packet, 6) & 0x3FFF) != 0;
    if (packet[0] >> 4 != 4 || fragment || packet[9] != UDP || header < IPV4_HEADER) {
      return Optional.empty();
    }
    int start = header + UDP_HEADER;
    if (packet.length < start + OPTIONS || !ports(packet, header)) {
      return Optional.empty();
    }
    return Optional.of(Arrays.copyOfRange(packet, start, packet.length));
  }

  private static boolean ports(byte[] packet, int at) {
    int from = Octets.u16(packet, at);
    int to = Octets.u16(packet, at + 2);
    return (from == CLIENT_PORT && to == SERVER_PORT) || (from == SERVER_PORT && to == CLIENT_PORT);
  }

  private static Optional<DhcpMessage> read(byte[] frame, byte[] message) {
    if (Octets.i32(message, MAGIC) != COOKIE) {
      return Optional.empty();
    }
    return option(message, KIND)
        .filter(value -> value.length == 1)
        .flatMap(value -> Kind.of(value[0]))
        .map(
            kind ->
                new DhcpMessage(
                    frame,
                    kind,
                    Octets.i32(message, XID),
                    MacAddress.of(message, CHADDR),
                    new Ipv4Address(Octets.i32(message, YIADDR)),
                    option(message, SERVER)
                        .filter(value -> value.length == 4)
                        .map(value -> new Ipv4Address(Octets.i32(value, 0)))));
  }

  private static Optional<byte[]> option(byte[] message, int wanted) {
    int at = OPTIONS;
    while (at < message.length && (message[at] & 0xFF) != END) {
      if (message[at] == 0) {
        at++; // padding has no length
        continue;
      }
      int length = at + 1 < message.length ? message[at + 1] & 0xFF : message.length;
      if (at + 2 + length > message.length) {
        return Optional.empty();
      }
      if ((message[at] & 0xFF) == wanted) {
        return Optional.of(Arrays.copyOfRange(message, at + 2, at + 2 + length));
      }
      at += 2 + length;
    }
    return Optional.empty();
  }
}
