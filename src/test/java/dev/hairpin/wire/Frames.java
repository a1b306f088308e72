package dev.hairpin.wire;

import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Probes to test with, and what may happen to their bytes. */
public final class Frames {
  public static final RunTag RUN = new RunTag(0xCAFE1234);
  public static final MacAddress A = MacAddress.parse("02:48:50:00:00:01");
  public static final MacAddress B = MacAddress.parse("02:48:50:00:00:02");

  private Frames() {}

  /** The smallest probe from A to B. */
  public static Probe probe() {
    return Probe.of(RUN, 7, ProbeRole.PROBE, A, B);
  }

  static Arbitrary<Probe> probes() {
    Arbitrary<Optional<VlanTag>> tags =
        Arbitraries.integers()
            .between(0, 4095)
            .map(id -> new VlanTag(id % 3 == 0 ? 0x88A8 : 0x8100, id % 8, id % 2 == 0, id))
            .optional();
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.integers().between(1, Integer.MAX_VALUE),
            Arbitraries.of(ProbeRole.class),
            Arbitraries.longs().map(value -> MacAddress.of(value & ~(1L << 40))),
            Arbitraries.longs().map(MacAddress::of),
            Arbitraries.of(ProbeKind.class),
            tags,
            Arbitraries.integers().between(90, 1500))
        .as(
            (run, number, role, source, destination, kind, tag, length) ->
                new Probe(
                    new RunTag(run),
                    number,
                    role,
                    source,
                    destination,
                    new ProbeShape(kind, tag, length)));
  }

  /** With one byte exclusive-ored. */
  public static byte[] flipped(byte[] frame, int index, int bits) {
    byte[] changed = frame.clone();
    changed[index] ^= (byte) bits;
    return changed;
  }

  /** With bytes put in, or with a negative number taken out, at an offset. */
  public static byte[] spliced(byte[] frame, int offset, int octets) {
    byte[] changed = new byte[frame.length + octets];
    System.arraycopy(frame, 0, changed, 0, offset);
    int from = octets < 0 ? offset - octets : offset;
    System.arraycopy(frame, from, changed, Math.max(offset, offset + octets), frame.length - from);
    return changed;
  }

  /** With a tag put in behind the addresses. */
  public static byte[] tagged(byte[] frame, VlanTag tag) {
    byte[] changed = spliced(frame, 12, VlanTag.LENGTH);
    tag.write(changed, 12);
    return changed;
  }

  /** Cut or padded to a length. */
  public static byte[] sized(byte[] frame, int length) {
    return Arrays.copyOf(frame, length);
  }
}
