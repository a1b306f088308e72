package dev.hairpin.wire;

import java.util.Map;

/** EtherTypes as a person reads them. */
final class EtherTypes {
  /** Tags of port extenders: who sees one is not on a VEPA uplink. */
  private static final Map<Integer, String> NAMES = Map.of(0x8926, "VN-Tag", 0x893F, "E-Tag");

  private EtherTypes() {}

  static String name(int etherType) {
    String number = String.format("0x%04x", etherType);
    String name = NAMES.get(etherType);
    return name == null ? number : number + " (" + name + ")";
  }
}
