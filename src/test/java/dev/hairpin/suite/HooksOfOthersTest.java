package dev.hairpin.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.lab.BrokenUplink;
import dev.hairpin.steps.CheckIds;
import dev.hairpin.steps.FinishedCheck;
import dev.hairpin.steps.Stage;
import dev.hairpin.steps.StepErrors;
import dev.hairpin.verdict.Finding;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.ConfigurationParameters;

/** What hooks of another project's do belongs to their scenario, and to no other. */
class HooksOfOthersTest {
  @TempDir Path folder;

  private final List<FinishedCheck> finished = new ArrayList<>();
  private final List<Boolean> interrupted = new ArrayList<>();

  /** Three scenarios, the second with a tag. */
  private void run(String tag) throws Exception {
    Path feature =
        Files.writeString(
            folder.resolve("own.feature"),
            """
            Feature: Own
              Scenario: one
                Given something of the project's own
              %s
              Scenario: two
                Given something of the project's own
              Scenario: three
                Given something of the project's own
            """
                .formatted(tag));
    RuntimeOptionsBuilder options =
        new RuntimeOptionsBuilder()
            .addFeature(FeatureWithLines.parse(feature.toUri().toString()))
            .setNoSummary()
            .setPublishQuiet(true);
    glue().map(GluePath::parse).forEach(options::addGlue);
    Stage stage =
        new Stage(
            BrokenUplink.session("unplugged"), CheckIds.of(List.of()), this::finished, () -> false);
    Runtime runtime =
        Runtime.builder()
            .withRuntimeOptions(options.build())
            .withAdditionalPlugins(new StepErrors())
            .build();
    stage.play(runtime::run);
  }

  /** As the engine tells Cucumber. */
  private static Stream<String> glue() {
    ConfigurationParameters own = new Told(Map.of("cucumber.glue", "dev.hairpin.suite.glue"));
    return Stream.of(new CucumberParameters(own).get("cucumber.glue").orElseThrow().split(","));
  }

  private void finished(FinishedCheck check) {
    finished.add(check);
    interrupted.add(Thread.currentThread().isInterrupted());
  }

  private static String seen(FinishedCheck check) {
    return String.join(" ", check.record().findings().stream().map(Finding::seen).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"@fails", "@fails-late", "@fails-last"})
  void aHookThatFailsBehindAScenarioCountsForThatOne(String tag) throws Exception {
    run(tag);

    assertThat(finished).extracting(FinishedCheck::scenario).containsExactly("one", "two", "three");
    assertThat(finished)
        .extracting(HooksOfOthersTest::seen)
        .allMatch(it -> it.contains("unplugged"));
    assertThat(finished)
        .filteredOn(each -> seen(each).contains("the rack is on fire"))
        .extracting(FinishedCheck::scenario)
        .containsExactly("two");
  }

  @Test
  void aThreadThatIsInterruptedIsSoForItsScenarioAlone() throws Exception {
    run("@interrupts");

    assertThat(interrupted).containsExactly(false, false, false);
  }

  private record Told(Map<String, String> all) implements ConfigurationParameters {
    @Override
    public Optional<String> get(String key) {
      return Optional.ofNullable(all.get(key));
    }

    @Override
    public Optional<Boolean> getBoolean(String key) {
      return get(key).map(Boolean::parseBoolean);
    }

    @Override
    public java.util.Set<String> keySet() {
      return all.keySet();
    }
  }
}
