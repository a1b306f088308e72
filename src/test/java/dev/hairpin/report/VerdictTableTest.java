package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTableTest {
  private static final Path FOLDER = Path.of("reports/latest");

  @ParameterizedTest
  @ValueSource(strings = {"none", "one", "many", "hostile", "empty"})
  void fitsEightyColumnsButForWhatIsCopied(String name) {
    assertThat(VerdictTable.of(Pages.named(name), FOLDER, false))
        .allMatch(
            each ->
                each.length() <= 80
                    || each.startsWith("  evidence  ")
                    || each.startsWith("  more      ")
                    || name.equals("hostile"))
        .noneMatch(each -> each.chars().anyMatch(Character::isISOControl));
  }

  @Test
  void moreUplinksThanColumnsGetARowEach() {
    List<CheckResult> checks = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      checks.add(Example.passed("vepa-unicast-reflected", "tor" + number));
    }
    assertThat(VerdictTable.of(Example.run(checks), FOLDER, false))
        .anyMatch(
            each -> each.startsWith("  vepa-unicast-reflected on tor4") && each.endsWith("passed"));
  }

  @Test
  void colourOnlyUnderlinesWords() {
    List<String> plain = VerdictTable.of(Pages.one(), FOLDER, false);
    List<String> coloured = VerdictTable.of(Pages.one(), FOLDER, true);
    assertThat(coloured).isNotEqualTo(plain);
    assertThat(
            coloured.stream().map(each -> each.replaceAll("\u001b\\[[0-9;]*m", "").stripTrailing()))
        .containsExactlyElementsOf(plain.stream().map(String::stripTrailing).toList());
  }

  @Test
  void oneLineAndOneSentenceSayHowItWent() {
    assertThat(Headline.line(Pages.none())).isEqualTo("2 checks: 2 passed; exit 0");
    assertThat(Headline.sentence(Pages.none())).isEqualTo("Every check passed.");
    assertThat(Headline.line(Example.run())).isEqualTo("0 checks: nothing ran; exit 3");
    assertThat(Headline.sentence(Example.run())).startsWith("Nothing was decided");
    assertThat(Headline.sentence(Example.run(Example.waived("a", "tor1"))))
        .isEqualTo(
            "Everything passed but for 1 failure that this lab waives: a on tor1 (isolation-leak).");
    assertThat(Headline.sentence(Example.run(Example.inconclusive("a", "tor1"))))
        .isEqualTo("Nothing failed, but 1 check could not be decided: a on tor1.");
    Results cut = Example.results(List.of(Example.passed("a", "tor1")), true, List.of());
    assertThat(Headline.sentence(cut)).startsWith("The run was interrupted").contains("passed");
    assertThat(Headline.line(cut)).endsWith("exit 130");
  }

  @Test
  void aFinishedRunIsShownFromItsFolder(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("results.json"), ResultsJson.write(Pages.one()));
    assertThat(ReportShow.of(folder, false))
        .contains("  vepa-both-directions                                   12.3 ms  FAILED")
        .endsWith("5 checks: 1 passed, 1 failed, 1 waived, 1 inconclusive, 1 skipped; exit 1");
    assertThat(ReportShow.whole(ReportShow.named(folder, "vepa-both-directions"), false))
        .contains("              host eth3 in: 0 seen, expected 1: missing")
        .contains("  switch    > bridge link set dev swp1 hairpin on");
    assertThatThrownBy(() -> ReportShow.named(folder, "vepa-both"))
        .hasMessageContaining("'vepa-both'")
        .hasMessageContaining("vepa-both-directions");
  }
}
