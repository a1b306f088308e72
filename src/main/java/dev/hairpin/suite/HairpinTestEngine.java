package dev.hairpin.suite;

import io.cucumber.junit.platform.engine.CucumberTestEngine;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/**
 * The JUnit platform's engine {@value #ID}: Cucumber's own engine, once for each uplink of a lab
 * that is brought up before and put back behind it, also when something failed. What it is told is
 * in {@link SuiteSettings}.
 *
 * <p>It runs in suites that include it; by itself only where {@code hairpin.lab} is given, for
 * features of other tests are no business of its.
 */
public final class HairpinTestEngine implements TestEngine {
  /** What {@code @IncludeEngines} calls it. */
  public static final String ID = "hairpin";

  private final CucumberTestEngine cucumber = new CucumberTestEngine();

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    SuiteDescriptor suite = new SuiteDescriptor(id);
    boolean alone = id.hasPrefix(UniqueId.forEngine(ID));
    if (alone && request.getConfigurationParameters().get(SuiteSettings.LAB).isEmpty()) {
      return suite;
    }
    UplinkTests any = UplinkTests.discover(cucumber, request, id, "any");
    if (any.isEmpty()) {
      return suite;
    }
    try {
      any.parameters().tags();
      SuiteSettings settings = SuiteSettings.of(request.getConfigurationParameters(), id);
      for (String uplink : settings.uplinkNames()) {
        suite.add(UplinkTests.discover(cucumber, request, id, uplink));
      }
      suite.settings(settings);
    } catch (Exception wrong) {
      // Told when it runs: of what is thrown here, Surefire says nothing but that it was thrown.
      suite.add(any);
      suite.wrong(wrong);
    }
    return suite;
  }

  @Override
  public void execute(ExecutionRequest request) {
    SuiteDescriptor suite = (SuiteDescriptor) request.getRootTestDescriptor();
    new SuiteRun(suite, cucumber, request).run();
  }
}
