package dev.hairpin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
  private static final List<String> KEYS =
      List.of("name", "nic", "switch", "port", "vlan", "private-key", "password", "authentication");

  @ParameterizedTest
  @CsvSource({
    "prot, port",
    "swich, switch",
    "Port, port",
    "private_key, private-key",
    "passwd, password",
    "auth, authentication",
    "nam, name",
  })
  void suggestsWhatWasMostLikelyMeant(String wrong, String meant) {
    assertThat(Nearest.to(wrong, KEYS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"colour", "x", "gateway", "''", "po"})
  void suggestsNothingWhenNothingIsNear(String wrong) {
    assertThat(Nearest.to(wrong, KEYS)).isEmpty();
  }

  @Test
  void takesTheNearestOfSeveral() {
    assertThat(Nearest.to("sha-265", List.of("SHA-224", "SHA-256", "SHA-512"))).contains("SHA-256");
  }

  @Property
  void distanceIsTheSameBothWaysAndZeroOnlyForEquals(
      @ForAll @AlphaChars @StringLength(max = 12) String one,
      @ForAll @AlphaChars @StringLength(max = 12) String other) {
    int distance = Nearest.distance(one, other);
    assertThat(distance).isEqualTo(Nearest.distance(other, one));
    assertThat(distance == 0).isEqualTo(one.equals(other));
    assertThat(distance).isLessThanOrEqualTo(Math.max(one.length(), other.length()));
  }

  @Property
  void aNameIsItsOwnNearest(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String name) {
    assertThat(Nearest.to(name, List.of("elsewhere", name))).contains(name);
  }
}
