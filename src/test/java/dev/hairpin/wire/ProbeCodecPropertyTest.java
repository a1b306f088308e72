package dev.hairpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;

class ProbeCodecPropertyTest {
  private static Mark mark(Probe probe, boolean intact) {
    return new Mark(probe.run(), probe.number(), probe.role(), intact);
  }

  @Property
  @Domain(Probes.class)
  void anUnchangedProbeIsIntact(@ForAll Probe probe) {
    assertThat(ProbeCodec.recognise(probe.frame())).contains(mark(probe, true));
  }

  @Property
  @Domain(Probes.class)
  @Domain(DomainContext.Global.class)
  void anyChangedByteIsRecognisedAsAltered(
      @ForAll Probe probe, @ForAll Random random, @ForAll @IntRange(min = 1, max = 255) int bits) {
    byte[] frame = probe.frame();
    byte[] changed = Frames.flipped(frame, random.nextInt(frame.length), bits);
    assertThat(ProbeCodec.recognise(changed)).contains(mark(probe, false));
  }

  @Property
  @Domain(Probes.class)
  @Domain(DomainContext.Global.class)
  void bytesPutInOrTakenOutAnywhereAreNeverIntact(
      @ForAll Probe probe, @ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int octets) {
    byte[] frame = probe.frame();
    byte[] longer = Frames.spliced(frame, random.nextInt(frame.length + 1), octets);
    byte[] shorter = Frames.spliced(frame, random.nextInt(frame.length - octets + 1), -octets);
    assertThat(ProbeCodec.recognise(longer)).contains(mark(probe, false));
    assertThat(ProbeCodec.recognise(shorter).filter(Mark::intact)).isEmpty();
  }

  @Property
  void randomBytesAreNotRecognised(@ForAll @Size(max = 200) byte[] bytes) {
    assertThat(ProbeCodec.recognise(bytes)).isEmpty();
  }

  static final class Probes extends DomainContextBase {
    @Provide
    Arbitrary<Probe> probes() {
      return Frames.probes();
    }
  }
}
