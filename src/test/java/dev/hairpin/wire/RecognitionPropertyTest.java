package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;

/** The fast way of recognising frames gives what the plain one gives, whatever happened to them. */
class RecognitionPropertyTest {
  private static final int ROOM = 40;

  private static void assertSame(byte[] frame, Random random) {
    Optional<Mark> plain = PlainRecognition.recognise(frame);
    assertThat(ProbeCodec.recognise(frame)).isEqualTo(plain);
    byte[] among = new byte[ROOM + frame.length + ROOM];
    random.nextBytes(among);
    System.arraycopy(frame, 0, among, ROOM, frame.length);
    RunTag run = plain.map(Mark::run).orElse(Frames.RUN);
    assertThat(found(run, among, frame.length)).isEqualTo(plain);
    assertThat(found(new RunTag(run.value() + 1), among, frame.length)).isEmpty();
  }

  private static Optional<Mark> found(RunTag run, byte[] among, int length) {
    long packed = ProbeCodec.find(run, among, ROOM, ROOM + length);
    return packed == PackedMark.NONE
        ? Optional.empty()
        : Optional.of(PackedMark.unpacked(run, packed));
  }

  @Property
  @Domain(Probes.class)
  @Domain(DomainContext.Global.class)
  void wholeFrames(@ForAll Probe probe, @ForAll Random random) {
    assertSame(probe.frame(), random);
  }

  @Property
  @Domain(Probes.class)
  @Domain(DomainContext.Global.class)
  void framesWithChangedBytes(
      @ForAll Probe probe, @ForAll Random random, @ForAll @IntRange(min = 1, max = 6) int changes) {
    byte[] frame = probe.frame();
    for (int change = 0; change < changes; change++) {
      frame = Frames.flipped(frame, random.nextInt(frame.length), 1 + random.nextInt(255));
    }
    assertSame(frame, random);
  }

  @Property
  @Domain(Probes.class)
  @Domain(DomainContext.Global.class)
  void framesWithBytesPutInOrTakenOut(
      @ForAll Probe probe, @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int octets) {
    byte[] frame = probe.frame();
    assertSame(Frames.spliced(frame, random.nextInt(frame.length + 1), octets), random);
    assertSame(Frames.spliced(frame, random.nextInt(frame.length - octets + 1), -octets), random);
    assertSame(Frames.sized(frame, random.nextInt(frame.length + 1)), random);
  }

  @Property
  @Domain(Probes.class)
  @Domain(DomainContext.Global.class)
  void framesWithinFrames(@ForAll Probe outer, @ForAll Probe inner, @ForAll Random random) {
    byte[] frame = outer.frame();
    byte[] within = inner.frame();
    int length = Math.min(within.length, frame.length - 12);
    System.arraycopy(within, 0, frame, 12, length);
    assertSame(frame, random);
  }

  @Property
  void checkCodesAreThoseOfTheJdk(@ForAll Random random) {
    byte[] bytes = new byte[60];
    random.nextBytes(bytes);
    Octets.putI32(bytes, 14, MarkCopy.MAGIC);
    CRC32C crc = new CRC32C();
    crc.update(bytes, 14, CheckCode.COVERED);
    assertThat(CheckCode.of(bytes, 14)).isEqualTo((int) crc.getValue());
  }

  @Property
  void marksKeepTheirFields(
      @ForAll int number, @ForAll ProbeRole role, @ForAll boolean intact, @ForAll int run) {
    RunTag tag = new RunTag(run);
    assertThat(PackedMark.unpacked(tag, PackedMark.of(number, role, intact)))
        .isEqualTo(new Mark(tag, number, role, intact));
  }

  static final class Probes extends DomainContextBase {
    @Provide
    Arbitrary<Probe> probes() {
      return Frames.probes();
    }
  }
}
