package dev.hairpin.wire;

import static dev.hairpin.wire.DhcpMessage.CHADDR;
import static dev.hairpin.wire.DhcpMessage.IPV4_HEADER;
import static dev.hairpin.wire.DhcpMessage.OPTIONS;
import static dev.hairpin.wire.DhcpMessage.UDP_HEADER;

import java.nio.ByteBuffer;

/**
 * What a DHCP server answers to one client: an offer, then the acknowledgement (RFC 2131 section
 * 4.3), in unicast to the client's hardware address.
 *
 * @param server the server's hardware address
 * @param name the server's IPv4 address, by which clients tell servers apart
 * @param leased the address that the client gets
 */
public record DhcpReply(MacAddress server, Ipv4Address name, Ipv4Address leased) {
  private static final int SECONDS = 3_600;
  private static final byte[] MASK = {(byte) 255, (byte) 255, (byte) 255, 0};
  private static final byte TIME_TO_LIVE = 64;
  private static final int MESSAGE = 300; // the smallest that old relays and clients take (BOOTP)

  /** The frame that answers a client's message. */
  public byte[] to(DhcpMessage asked) {
    DhcpMessage.Kind kind =
        asked.kind() == DhcpMessage.Kind.DISCOVER ? DhcpMessage.Kind.OFFER : DhcpMessage.Kind.ACK;
    byte[] message = message(asked, kind);
    ByteBuffer frame =
        ByteBuffer.allocate(EtherFrame.HEADER + IPV4_HEADER + UDP_HEADER + message.length);
    frame.put(asked.client().bytes()).put(server.bytes()).putShort((short) EtherTypes.IPV4);
    frame.put(ipv4(UDP_HEADER + message.length)).put(udp(message));
    return frame.array();
  }

  private byte[] message(DhcpMessage asked, DhcpMessage.Kind kind) {
    ByteBuffer message = ByteBuffer.allocate(MESSAGE);
    message.put((byte) 2).put((byte) 1).put((byte) 6).put((byte) 0).putInt(asked.transaction());
    message.position(DhcpMessage.YIADDR).put(leased.bytes()).put(name.bytes());
    message.position(CHADDR).put(asked.client().bytes());
    message.position(DhcpMessage.MAGIC).putInt(DhcpMessage.COOKIE);
    message.position(OPTIONS).put((byte) DhcpMessage.KIND).put((byte) 1).put((byte) kind.code());
    message.put((byte) DhcpMessage.SERVER).put((byte) 4).put(name.bytes());
    message.put((byte) DhcpMessage.LEASE_TIME).put((byte) 4).putInt(SECONDS);
    message.put((byte) DhcpMessage.MASK).put((byte) 4).put(MASK).put((byte) DhcpMessage.END);
    return message.array();
  }

  private byte[] ipv4(int payload) {
    ByteBuffer header = ByteBuffer.allocate(IPV4_HEADER);
    header.put((byte) 0x45).put((byte) 0).putShort((short) (IPV4_HEADER + payload)).putInt(0);
    header.put(TIME_TO_LIVE).put((byte) DhcpMessage.UDP).putShort((short) 0);
    header.put(name.bytes()).put(leased.bytes());
    header.putShort(10, InternetChecksum.of(header.array()));
    return header.array();
  }

  private byte[] udp(byte[] message) {
    ByteBuffer datagram = ByteBuffer.allocate(UDP_HEADER + message.length);
    datagram.putShort((short) DhcpMessage.SERVER_PORT).putShort((short) DhcpMessage.CLIENT_PORT);
    datagram.putShort((short) datagram.capacity()).putShort((short) 0).put(message);
    ByteBuffer pseudo = ByteBuffer.allocate(12 + datagram.capacity());
    pseudo.put(name.bytes()).put(leased.bytes()).putShort((short) DhcpMessage.UDP);
    pseudo.putShort((short) datagram.capacity()).put(datagram.array());
    datagram.putShort(6, InternetChecksum.of(pseudo.array()));
    return datagram.array();
  }
}
