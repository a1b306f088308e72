package dev.hairpin.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Who a frame is from by what it carries, whatever its MAC address is. */
public final class NetworkSource {
  private static final int ARP_SENDER = 14;
  private static final int ARP_LENGTH = 28;
  private static final int IPV4_SOURCE = 12;
  private static final int IPV6_SOURCE = 8;

  private NetworkSource() {}

  /**
   * The source address of IPv4 (RFC 791) or IPv6 (RFC 8200); the whole packet of ARP (RFC 826), for
   * another host may answer in the sender's name. Nothing for other frames, and for one that has no
   * address yet and says zeros.
   */
  public static Optional<ByteBuffer> of(byte[] frame) {
    return EtherFrame.of(frame)
        .flatMap(
            each ->
                switch (each.etherType()) {
                  case EtherTypes.ARP ->
                      address(each.payload(), ARP_SENDER, 4)
                          .flatMap(sender -> address(each.payload(), 0, ARP_LENGTH));
                  case EtherTypes.IPV4 -> address(each.payload(), IPV4_SOURCE, 4);
                  case EtherTypes.IPV6 -> address(each.payload(), IPV6_SOURCE, 16);
                  default -> Optional.empty();
                });
  }

  private static Optional<ByteBuffer> address(byte[] packet, int offset, int length) {
    if (packet.length < offset + length) {
      return Optional.empty();
    }
    byte[] address = Arrays.copyOfRange(packet, offset, offset + length);
    return Arrays.equals(address, new byte[length])
        ? Optional.empty()
        : Optional.of(ByteBuffer.wrap(address));
  }
}
