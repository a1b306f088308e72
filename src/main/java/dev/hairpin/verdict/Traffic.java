package dev.hairpin.verdict;

import dev.hairpin.wire.EtherFrame;
import dev.hairpin.wire.EtherTypes;
import java.util.Optional;

/** What a guest's frame carries. */
public enum Traffic {
  ARP,
  NEIGHBOUR_DISCOVERY,
  ICMP4,
  ICMP6,
  UDP4,
  UDP6,
  TCP4,
  TCP6,
  OTHER;

  /** Of a frame from its destination address on. */
  public static Traffic of(byte[] frame) {
    Optional<EtherFrame> parsed = EtherFrame.of(frame);
    if (parsed.isEmpty()) {
      return OTHER;
    }
    byte[] payload = parsed.get().payload();
    return switch (parsed.get().etherType()) {
      case EtherTypes.ARP -> ARP;
      case EtherTypes.IPV4 -> payload.length < 20 ? OTHER : ipv4(payload[9]);
      case EtherTypes.IPV6 -> payload.length < 41 ? OTHER : ipv6(payload[6], payload[40] & 0xFF);
      default -> OTHER;
    };
  }

  private static Traffic ipv4(byte protocol) {
    return switch (protocol) {
      case 1 -> ICMP4;
      case 6 -> TCP4;
      case 17 -> UDP4;
      default -> OTHER;
    };
  }

  /** RFC 4861: neighbour solicitation is ICMPv6 type 135, advertisement 136. */
  private static Traffic ipv6(byte next, int type) {
    return switch (next) {
      case 6 -> TCP6;
      case 17 -> UDP6;
      case 58 -> type == 135 || type == 136 ? NEIGHBOUR_DISCOVERY : ICMP6;
      default -> OTHER;
    };
  }
}
