package dev.hairpin.capture;

import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which frames a capture keeps: those that match any of its terms; with no terms, every frame.
 *
 * <p>The terms count octets themselves. pcap's {@code vlan} keyword would move the offsets of all
 * that follows it, and the kernel shows a tag in two ways: a frame coming in has had its outer tag
 * taken out before it reaches the filter ({@code skb_vlan_untag}; libpcap puts it back behind it),
 * one going out still carries it.
 */
public final class CaptureFilter {
  /** Every frame. */
  public static final CaptureFilter EVERYTHING = new CaptureFilter(List.of());

  private final List<String> terms;

  private CaptureFilter(List<String> terms) {
    this.terms = List.copyOf(terms);
  }

  /**
   * Also the frames to or from a MAC address that begins with these octets, whatever they carry.
   *
   * @param first gives the octets
   * @param octets how many of them count, 1 to 6
   */
  public CaptureFilter orStations(MacAddress first, int octets) {
    if (octets < 1 || octets > 6) {
      throw new IllegalArgumentException(octets + " octets of a MAC address are not 1 to 6");
    }
    return or(begins(0, first, octets)).or(begins(6, first, octets));
  }

  /** Also the frames to or from one MAC address. */
  public CaptureFilter orAddress(MacAddress address) {
    return orStations(address, 6);
  }

  /**
   * Also the frames of an EtherType, with up to two tags (802.1Q, 802.1ad) before it.
   *
   * @param etherType 0x0600 to 0xffff
   */
  public CaptureFilter orEtherType(int etherType) {
    if (etherType < 0x0600 || etherType > 0xffff) {
      throw new IllegalArgumentException("0x%x is not an EtherType".formatted(etherType));
    }
    String once = "ether[16:2] = 0x%04x".formatted(etherType);
    String twice = "(%s and ether[20:2] = 0x%04x)".formatted(tagAt(16), etherType);
    return or("ether[12:2] = 0x%04x".formatted(etherType))
        .or("(%s and (%s or %s))".formatted(tagAt(12), once, twice));
  }

  /**
   * Also probes of every kind, whoever sends them, with up to one tag before their type. Comes
   * last: a load behind a short frame's end ends the whole filter.
   */
  public CaptureFilter orProbes() {
    CaptureFilter all = orEtherType(Probe.ETHER_TYPE);
    for (ProbeKind kind : ProbeKind.values()) {
      Optional<ProbeKind.Sign> sign = kind.sign();
      if (sign.isPresent()) {
        all =
            all.or(signAt(12, sign.get()))
                .or("(%s and %s)".formatted(tagAt(12), signAt(16, sign.get())));
      }
    }
    return all;
  }

  private static String signAt(int type, ProbeKind.Sign sign) {
    String typed =
        sign.etherType().isPresent()
            ? "ether[%d:2] = 0x%04x".formatted(type, sign.etherType().getAsInt())
            : "ether[%d:2] < 0x0600".formatted(type);
    return "(%s and ether[%d:%d] = 0x%x)"
        .formatted(typed, type + 2 + sign.offset(), sign.octets(), sign.value());
  }

  /** For pcap's compiler; empty where every frame is kept. */
  public String text() {
    return String.join(" or ", terms);
  }

  private CaptureFilter or(String term) {
    List<String> more = new ArrayList<>(terms);
    more.add(term);
    return new CaptureFilter(more);
  }

  private static String tagAt(int offset) {
    return "(ether[%1$d:2] = 0x8100 or ether[%1$d:2] = 0x88a8)".formatted(offset);
  }

  /** BPF loads 1, 2 or 4 octets: the first four masked, then the other two. */
  private static String begins(int offset, MacAddress first, int octets) {
    long value = first.value();
    int high = Math.min(octets, 4);
    long mask = 0xffff_ffffL << 8 * (4 - high) & 0xffff_ffffL;
    String four = "ether[%d:4] & 0x%08x = 0x%08x".formatted(offset, mask, value >> 16 & mask);
    if (octets <= 4) {
      return four;
    }
    long low = 0xffffL << 8 * (6 - octets) & 0xffff;
    return "(%s and ether[%d:2] & 0x%04x = 0x%04x)".formatted(four, offset + 4, low, value & low);
  }

  @Override
  public String toString() {
    return terms.isEmpty() ? "everything" : text();
  }
}
