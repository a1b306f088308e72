package dev.hairpin.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.wire.MacAddress;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CaptureFilterPropertiesTest {
  @Provide
  Arbitrary<MacAddress> near() {
    // Addresses that differ from a station's in one octet, or in none.
    return Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.bytes())
        .as(
            (octet, value) -> {
              byte[] bytes = Frames.A.bytes();
              bytes[octet] = value;
              return MacAddress.of(bytes, 0);
            });
  }

  @Property(tries = 300)
  void keepsWhatIsToOrFromAStation(
      @ForAll("near") MacAddress to,
      @ForAll("near") MacAddress from,
      @ForAll @IntRange(min = 1, max = 6) int octets,
      @ForAll @IntRange(min = 0, max = 0xffff) int type) {
    CaptureFilter filter = CaptureFilter.EVERYTHING.orStations(Frames.A, octets);
    byte[] frame = Frames.frame(to, from, 14, type);
    assertThat(CaptureFilterTest.keeps(filter, frame))
        .isEqualTo(begins(to, octets) || begins(from, octets));
  }

  private static boolean begins(MacAddress address, int octets) {
    return Arrays.equals(address.bytes(), 0, octets, Frames.A.bytes(), 0, octets);
  }
}
