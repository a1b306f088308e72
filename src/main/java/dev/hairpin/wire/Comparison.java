package dev.hairpin.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A frame as it was sent against a copy as it was seen.
 *
 * @param changes what became of it, in the field's words, such as {@code VLAN id 120 became 1};
 *     empty when every byte is the same
 * @param onlyTag whether the VLAN tag alone was changed, added or stripped
 */
public record Comparison(List<String> changes, boolean onlyTag) {
  private static final Comparison SAME = new Comparison(List.of(), false);

  /** Keeps a copy of the list. */
  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Compares two frames, from the destination address on, without FCS. */
  public static Comparison of(byte[] sent, byte[] seen) {
    if (Arrays.equals(sent, seen)) {
      return SAME;
    }
    return EtherFrame.of(sent)
        .flatMap(before -> EtherFrame.of(seen).map(after -> of(before, after)))
        .orElseGet(() -> new Comparison(List.of("cut down to " + seen.length + " octets"), false));
  }

  private static Comparison of(EtherFrame sent, EtherFrame seen) {
    List<String> changes = new ArrayList<>();
    became("destination address", sent.destination(), seen.destination(), changes);
    became("source address", sent.source(), seen.source(), changes);
    became(
        "EtherType", EtherTypes.name(sent.etherType()), EtherTypes.name(seen.etherType()), changes);
    payload(sent.payload(), seen.payload(), changes);
    boolean onlyTag = changes.isEmpty();
    tags(sent.tags(), seen.tags(), changes);
    return new Comparison(changes, onlyTag);
  }

  /** Tags are put on and taken off outside: those nearest to the EtherType belong together. */
  private static void tags(List<VlanTag> sent, List<VlanTag> seen, List<String> changes) {
    int common = Math.min(sent.size(), seen.size());
    int stripped = sent.size() - common;
    int added = seen.size() - common;
    sent.subList(0, stripped)
        .forEach(tag -> changes.add("tag stripped (" + tag + ")" + whereNative(tag)));
    seen.subList(0, added).forEach(tag -> changes.add("tag added (" + tag + ")"));
    for (int index = 0; index < common; index++) {
      tag(sent.get(stripped + index), seen.get(added + index), changes);
    }
  }

  private static String whereNative(VlanTag stripped) {
    return stripped.vlanId() == 0
        ? ", as by a port that sends its native VLAN untagged (IEEE 802.1Q 6.9)"
        : "";
  }

  private static void tag(VlanTag sent, VlanTag seen, List<String> changes) {
    became("VLAN id", sent.vlanId(), seen.vlanId(), changes);
    became("PCP", sent.priority(), seen.priority(), changes);
    became("DEI", sent.dropEligible() ? 1 : 0, seen.dropEligible() ? 1 : 0, changes);
    became("TPID", EtherTypes.name(sent.tpid()), EtherTypes.name(seen.tpid()), changes);
  }

  private static void payload(byte[] sent, byte[] seen, List<String> changes) {
    int common = Math.min(sent.length, seen.length);
    int first = Arrays.mismatch(sent, 0, common, seen, 0, common);
    if (first >= 0) {
      String change =
          String.format(
              "payload byte %d 0x%02x became 0x%02x",
              first, sent[first] & 0xFF, seen[first] & 0xFF);
      int more = 0;
      for (int index = first + 1; index < common; index++) {
        more += sent[index] == seen[index] ? 0 : 1;
      }
      changes.add(more == 0 ? change : change + " and " + more + " more behind it changed");
    }
    if (seen.length > common) {
      changes.add("longer by " + octets(seen.length - common));
    }
    if (sent.length > common) {
      changes.add("shorter by " + octets(sent.length - common));
    }
  }

  private static String octets(int count) {
    return count == 1 ? "1 octet" : count + " octets";
  }

  private static void became(String field, Object sent, Object seen, List<String> changes) {
    if (!sent.equals(seen)) {
      changes.add(field + " " + sent + " became " + seen);
    }
  }

  /** Whether every byte is as it was sent. */
  public boolean same() {
    return changes.isEmpty();
  }

  /** The changes in one phrase; {@code unchanged} when there are none. */
  @Override
  public String toString() {
    return same() ? "unchanged" : String.join(", ", changes);
  }
}
