package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.verdict.Diagnosis;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class KnownNamesTest {
  @Test
  void diagnosesAreThoseOfTheVerdicts() {
    assertThat(KnownNames.diagnoses())
        .containsExactlyElementsOf(Arrays.stream(Diagnosis.values()).map(Diagnosis::id).toList());
  }

  @Test
  void checksAreNamedOnceEachAsTagsCanBe() {
    assertThat(KnownNames.checks())
        .hasSize(47)
        .doesNotHaveDuplicates()
        .allMatch(each -> each.matches("[a-z][a-z0-9-]*"))
        .contains("vepa-unicast-reflected", "host-nic-not-promiscuous", "s-channel");
  }
}
