package dev.hairpin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.lab.KnownNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {
  private static final Path FEATURES = Path.of("features");

  @TempDir Path folder;

  private Path feature(String text) throws Exception {
    return Files.writeString(folder.resolve("own.feature"), text);
  }

  @Test
  void everyShippedScenarioIsAKnownCheckAndNoneStandsTwice() throws Exception {
    Plan plan = Suite.of(FEATURES, Optional.empty()).plan();

    List<List<String>> ids =
        plan.scenarios().stream()
            .map(
                each ->
                    each.tags().stream()
                        .map(tag -> tag.substring(1))
                        .filter(KnownNames.checks()::contains)
                        .toList())
            .toList();

    assertThat(ids).allSatisfy(each -> assertThat(each).hasSize(1)).doesNotHaveDuplicates();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(24);
    assertThat(plan.scenarios())
        .allSatisfy(each -> assertThat(each.tags()).contains("@" + id(plan, each)));
    assertThat(KnownNames.checks()).containsAll(plan.ids().all());
    assertThat(plan.scenarios())
        .allSatisfy(
            each -> {
              assertThat(each.description()).as("source of %s", each.name()).isNotBlank();
              assertThat(each.feature()).isNotBlank();
            });
  }

  private static String id(Plan plan, Plan.Planned scenario) {
    return plan.ids().at(scenario.uri(), scenario.line()).id();
  }

  @Test
  void aCheckIsCalledTheSameWhateverTheTagsChoose() throws Exception {
    Path own =
        feature(
            """
            @rack
            Feature: Own
              @smoke @mine-one
              Scenario: one
                Given reflective relay is on
              @smoke @mine-two
              Scenario: two
                Given reflective relay is on
              Rule: twice
                @smoke @rows
                Scenario Outline: The port is <state>
                  Given reflective relay is <state>
                  Examples:
                    | state |
                    | on    |
                  @late
                  Examples:
                    | state |
                    | off   |
                @smoke
                Scenario: last
                  Given reflective relay is on
            """);

    assertThat(names(own, Optional.empty()))
        .containsExactly("mine-one", "mine-two", "rows", "rows-2", "smoke");
    assertThat(names(own, Optional.of("@mine-two"))).containsExactly("mine-two");
    assertThat(names(own, Optional.of("@late"))).containsExactly("rows-2");
  }

  private static List<String> names(Path features, Optional<String> tags) throws Exception {
    Plan plan = Suite.of(features, tags).plan();
    return plan.scenarios().stream().map(each -> id(plan, each)).toList();
  }

  @Test
  void looksAtThePortFirstAndKeepsGuestsForTheEnd() throws Exception {
    List<Plan.Planned> scenarios = Suite.of(FEATURES, Optional.empty()).plan().scenarios();

    assertThat(scenarios.get(0).tags()).contains("@relay-off-by-default");
    assertThat(scenarios.get(scenarios.size() - 1).tags()).contains("@guest");
    int lastAlone = -1;
    int firstGuest = scenarios.size();
    for (int index = 0; index < scenarios.size(); index++) {
      if (scenarios.get(index).tags().contains("@nic-alone")) {
        lastAlone = index;
      }
      if (scenarios.get(index).tags().contains("@guest")) {
        firstGuest = Math.min(firstGuest, index);
      }
    }
    assertThat(lastAlone).isLessThan(firstGuest);
  }

  @Test
  void loadRunsOnlyWhenAskedFor() throws Exception {
    Path own =
        feature(
            """
            Feature: Own
              @load
              Scenario: heavy
                Given reflective relay is on
              Scenario: light
                Given reflective relay is on
            """);

    assertThat(Suite.of(own, Optional.empty()).plan().scenarios())
        .extracting(Plan.Planned::name)
        .containsExactly("light");
    assertThat(Suite.of(own, Optional.of("@load")).plan().scenarios())
        .extracting(Plan.Planned::name)
        .containsExactly("heavy");
  }

  @Test
  void aStepThatNobodyKnowsIsToldWithItsPlaceBeforeAnythingHappens() throws Exception {
    Path own =
        feature(
            """
            Feature: Own
              Scenario: odd
                Given the moon is full
            """);

    assertThatThrownBy(() -> Suite.of(own, Optional.empty()).plan())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("own.feature:3")
        .hasMessageContaining("the moon is full")
        .hasMessageContaining("hairpin steps");
  }

  @Test
  void aScenarioThatWouldVanishIsToldWithItsPlace() throws Exception {
    Path own =
        feature(
            """
            @rack
            Feature: Own
              Background:
                Given reflective relay is on
              @empty
              Scenario: nothing
              Rule: one
                @rows
                Scenario Outline: none of <these>
                  Given reflective relay is <these>
                  Examples:
                    | these |
              Scenario: sound
                Given reflective relay is off
            """);

    assertThatThrownBy(() -> Suite.of(own, Optional.empty()).plan())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("own.feature:6: no step in scenario: nothing\n")
        .hasMessageContaining("own.feature:9: no row in the examples of: none of <these>\n")
        .hasMessageContaining("Next: give them what they lack, or take them out");
    assertThatThrownBy(() -> Suite.of(own, Optional.of("@rack and not @empty")).plan())
        .hasMessageContaining("own.feature:9")
        .message()
        .doesNotContain("nothing\n");
    assertThat(Suite.of(own, Optional.of("not @empty and not @rows")).plan().scenarios())
        .extracting(Plan.Planned::name)
        .containsExactly("sound");
  }

  @Test
  void aFeatureWithoutAScenarioIsToldWithItsPlace() throws Exception {
    Path own =
        feature(
            """
            Feature: Own
              Scenaro: one
                Given reflective relay is on
            """);

    assertThatThrownBy(() -> Suite.of(own, Optional.empty()).plan())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("own.feature:1: no scenario in feature: Own (each begins with 'Sc")
        .message()
        .doesNotContain("tags");
    Files.writeString(
        folder.resolve("other.feature"),
        """
        Feature: Other
          @rack
          Scenario: one
            Given reflective relay is on
        """);
    assertThatThrownBy(() -> Suite.of(folder, Optional.empty()).plan())
        .hasMessageContaining("own.feature:1: no scenario in feature: Own");
    assertThat(Suite.of(folder, Optional.of("@rack")).plan().scenarios()).hasSize(1);
  }

  @Test
  void whereThereIsNoScenarioNothingIsSaidOfTags() throws Exception {
    assertThatThrownBy(() -> Suite.of(folder, Optional.empty()).plan())
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("there is no scenario under '" + folder + "'. Next: ")
        .message()
        .doesNotContain("tags");
    Path own =
        feature(
            """
            Feature: Own
              @load
              Scenario: heavy
                Given reflective relay is on
            """);
    assertThatThrownBy(() -> Suite.of(own, Optional.empty()).plan())
        .hasMessageContaining("is tagged @load")
        .hasMessageEndingWith("Next: give --tags @load");
  }

  @Test
  void wrongTagsAreWrongUsage() {
    assertThatThrownBy(() -> Suite.of(FEATURES, Optional.of("@vepa and")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("'@vepa and' is not a tag expression: ")
        .hasMessageEndingWith(" operand. Next: try --tags '@vepa and not @guest'");
    assertThatThrownBy(() -> Suite.of(FEATURES, Optional.of("@nonsense")).plan())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no scenario");
    assertThatThrownBy(() -> Suite.of(folder.resolve("none"), Optional.empty()))
        .isInstanceOf(UsageException.class);
  }
}
