package dev.hairpin.wire;

import java.util.Map;

/** EtherTypes (IEEE 802 registration authority), and how a person reads them. */
public final class EtherTypes {
  /** The Internet Protocol, RFC 791 and RFC 894. */
  public static final int IPV4 = 0x0800;

  /** The Internet Protocol, version 6, RFC 8200 and RFC 2464. */
  public static final int IPV6 = 0x86DD;

  /** The Address Resolution Protocol, RFC 826. */
  public static final int ARP = 0x0806;

  /** Tags of port extenders: who sees one is not on a VEPA uplink. */
  private static final Map<Integer, String> NAMES = Map.of(0x8926, "VN-Tag", 0x893F, "E-Tag");

  private EtherTypes() {}

  static String name(int etherType) {
    String number = String.format("0x%04x", etherType);
    String name = NAMES.get(etherType);
    return name == null ? number : number + " (" + name + ")";
  }
}
