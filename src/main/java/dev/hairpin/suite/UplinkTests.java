package dev.hairpin.suite;

import io.cucumber.junit.platform.engine.CucumberTestEngine;
import java.util.List;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/**
 * The scenarios of one uplink.
 *
 * @param uplink its name
 * @param descriptor its place among the tests
 * @param scenarios as Cucumber's engine found them; the one child of that
 */
record UplinkTests(
    String uplink,
    UplinkDescriptor descriptor,
    TestDescriptor scenarios,
    CucumberParameters parameters) {
  static UplinkTests discover(
      CucumberTestEngine cucumber, EngineDiscoveryRequest request, UniqueId engine, String uplink) {
    CucumberParameters parameters = new CucumberParameters(request.getConfigurationParameters());
    UplinkDescriptor place = new UplinkDescriptor(engine, uplink);
    TestDescriptor found =
        cucumber.discover(
            new Request(request, parameters), place.getUniqueId().append("engine", "cucumber"));
    return new UplinkTests(uplink, place.with(found), found, parameters);
  }

  boolean isEmpty() {
    return scenarios.getChildren().isEmpty();
  }

  /** The same request with other parameters. */
  private record Request(EngineDiscoveryRequest given, CucumberParameters parameters)
      implements EngineDiscoveryRequest {
    @Override
    public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
      return given.getSelectorsByType(type);
    }

    @Override
    public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
      return given.getFiltersByType(type);
    }

    @Override
    public ConfigurationParameters getConfigurationParameters() {
      return parameters;
    }

    @Override
    public EngineDiscoveryListener getDiscoveryListener() {
      return given.getDiscoveryListener();
    }

    @Override
    public OutputDirectoryCreator getOutputDirectoryCreator() {
      return given.getOutputDirectoryCreator();
    }
  }
}
