package dev.hairpin.suite;

import dev.hairpin.run.TagChoice;
import dev.hairpin.run.UsageException;
import io.cucumber.junit.platform.engine.Constants;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * What Cucumber's engine is told: the project's own, and what a run needs beside it. One uplink is
 * for one scenario at a time, so there is nothing parallel here; uplinks are beside one another.
 */
final class CucumberParameters implements ConfigurationParameters {
  private static final String STEPS = "dev.hairpin.steps";

  private final ConfigurationParameters own;
  private volatile boolean dry;

  CucumberParameters(ConfigurationParameters own) {
    this.own = own;
  }

  /** Whether scenarios are only read; then no plugin of the project's hears of it. */
  void dry(boolean only) {
    dry = only;
  }

  @Override
  public Optional<String> get(String key) {
    return switch (key) {
      // First: of hooks of one order, those found first end a scenario last.
      case Constants.GLUE_PROPERTY_NAME ->
          Optional.of(
              own.get(key)
                  .filter(each -> !each.isBlank())
                  .map(each -> STEPS + "," + each)
                  .orElse(STEPS));
      case Constants.PLUGIN_PROPERTY_NAME ->
          Optional.of(with(dry ? Optional.empty() : own.get(key), ListenersPlugin.class.getName()));
      case Constants.FILTER_TAGS_PROPERTY_NAME -> Optional.of(expression());
      case Constants.EXECUTION_DRY_RUN_PROPERTY_NAME -> Optional.of(String.valueOf(dry));
      case Constants.PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME -> Optional.of("false");
      default -> own.get(key);
    };
  }

  @Override
  public Optional<Boolean> getBoolean(String key) {
    return get(key).map(Boolean::parseBoolean);
  }

  @Override
  public Set<String> keySet() {
    return own.keySet();
  }

  /**
   * The tags that choose scenarios.
   *
   * @throws UsageException when they aren't an expression
   */
  TagChoice tags() throws UsageException {
    String option = Constants.FILTER_TAGS_PROPERTY_NAME;
    return TagChoice.of(option, own.get(option));
  }

  private String expression() {
    try {
      return tags().expression();
    } catch (UsageException wrong) {
      // Told by who asks for them; until then there must be scenarios to tell it of.
      return new TagChoice(Constants.FILTER_TAGS_PROPERTY_NAME, Optional.empty()).expression();
    }
  }

  private static String with(Optional<String> list, String one) {
    return list.filter(each -> !each.isBlank()).map(each -> each + "," + one).orElse(one);
  }
}
