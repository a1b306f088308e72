package dev.hairpin.run;

import dev.hairpin.lab.WaivableChecks;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The scenarios that a run was asked for, and how Cucumber is driven over them. */
final class Suite implements Scenarios {
  private static final URI GLUE = URI.create("classpath:/dev/hairpin/steps");

  private final Path features;
  private final TagChoice tags;
  private final boolean own;

  private Suite(Path features, TagChoice tags, boolean own) {
    this.features = features;
    this.tags = tags;
    this.own = own;
  }

  /** Those that a run was asked for. */
  static Suite of(RunOptions options) throws UsageException {
    Suite suite = of(options.features(), options.tags());
    return options.ownFeatures() ? suite.own() : suite;
  }

  /** The same as the user's own, which alone waivers may speak of beside what is shipped. */
  Suite own() {
    return new Suite(features, tags, true);
  }

  /**
   * Chooses scenarios among those that are shipped.
   *
   * @param features a folder with feature files, or one file
   * @param tags a Cucumber tag expression; scenarios tagged {@code @load} run only when it names
   *     them
   * @throws UsageException when there is no such folder, or the expression isn't one
   */
  static Suite of(Path features, Optional<String> tags) throws UsageException {
    if (!Files.exists(features)) {
      throw new UsageException(
          "there are no features at '%s'. Next: give a folder with .feature files to --features"
              .formatted(features));
    }
    return new Suite(features, TagChoice.of("--tags", tags), false);
  }

  /**
   * What the run will do, without doing it: the scenarios chosen and the steps nobody knows.
   *
   * @throws UsageException when no scenario is chosen, a feature file can't be read or a step isn't
   *     known
   */
  @Override
  public Plan plan() throws UsageException {
    PlanListener listener = new PlanListener();
    try {
      runtime(options(true), listener).run();
    } catch (RuntimeException unreadable) {
      throw new UsageException("the features can't be read: " + unreadable.getMessage());
    }
    return listener.plan(features.toString(), tags);
  }

  @Override
  public WaivableChecks waivable(Plan plan) {
    return own ? WaivableChecks.shippedAnd(plan.ids().all()) : WaivableChecks.SHIPPED;
  }

  @Override
  public void run(String uplink, Plugin... listeners) {
    runtime(options(false), listeners).run();
  }

  private RuntimeOptions options(boolean dry) {
    return new RuntimeOptionsBuilder()
        .addFeature(FeatureWithLines.parse(features.toUri().toString()))
        .addGlue(GLUE)
        .setPickleOrder(new RunOrder())
        .setMonochrome()
        .setNoSummary()
        .setPublishQuiet(true)
        .setDryRun(dry)
        .setThreads(1)
        .addTagFilter(TagExpressionParser.parse(tags.expression()))
        .build();
  }

  private static Runtime runtime(RuntimeOptions options, Plugin... listeners) {
    return Runtime.builder()
        .withRuntimeOptions(options)
        .withClassLoader(Suite.class::getClassLoader)
        .withAdditionalPlugins(listeners)
        .build();
  }

  /** The features' folder or file. */
  Path features() {
    return features;
  }
}
