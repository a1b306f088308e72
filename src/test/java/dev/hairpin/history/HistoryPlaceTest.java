package dev.hairpin.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryPlaceTest {
  private static final Path STATE = Path.of("/var/lib/hairpin");

  @Test
  void theOptionThenTheEnvironmentThenTheStateDirectory() {
    Map<String, String> environment = Map.of("HAIRPIN_HISTORY", "/srv/runs");
    assertThat(of("/tmp/mine", environment).shown()).isEqualTo("/tmp/mine.mv.db");
    assertThat(HistoryPlace.of(Optional.empty(), environment, STATE).orElseThrow().shown())
        .isEqualTo("/srv/runs.mv.db");
    assertThat(HistoryPlace.of(Optional.empty(), Map.of(), STATE).orElseThrow().shown())
        .isEqualTo("/var/lib/hairpin/history.mv.db");
    assertThat(HistoryPlace.of(Optional.of("none"), environment, STATE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://qa:geheim@db/runs",
        "jdbc:postgresql://db/runs?user=qa&password=geheim",
        "postgresql://db/runs?sslpassword=geheim"
      })
  void aPasswordInTheUrlIsRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> of(url, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HAIRPIN_HISTORY_PASSWORD")
        .message()
        .doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://db/runs", "jdbc:h2:mem:x", "/srv/a;INIT=RUNSCRIPT"})
  void otherPlacesAreRefused(String place) {
    assertThatThrownBy(() -> of(place, Map.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static HistoryPlace of(String option, Map<String, String> environment) {
    return HistoryPlace.of(Optional.of(option), environment, STATE).orElseThrow();
  }
}
