package dev.hairpin.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import dev.hairpin.run.UsageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What a suite is told and can't be is the suite's failure, in words, before anything is done. */
class WrongSettingsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "cucumber.filter.tags|@a and|'@a and' is not a tag expression: ",
        "hairpin.uplinks|zwei|hairpin.uplinks takes a number, such as 4, and not 'zwei'",
        "hairpin.uplinks|\"\"|hairpin.uplinks takes a number, such as 4, and not ''",
        "hairpin.lab|embeded|did you mean 'embedded'?"
      })
  void failsTheSuiteInWords(String name, String value, String words) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .filters(includeEngines(HairpinTestEngine.ID))
            .selectors(selectFile("features/relay.feature"))
            .configurationParameter("hairpin.lab", "embedded")
            .configurationParameter(name, value)
            .build();
    SummaryGeneratingListener heard = new SummaryGeneratingListener();
    LauncherConfig config =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();

    LauncherFactory.create(config).execute(request, heard);

    assertThat(heard.getSummary().getFailures())
        .singleElement()
        .extracting(each -> each.getException())
        .isInstanceOf(UsageException.class)
        .asString()
        .contains(words);
    assertThat(heard.getSummary().getTestsStartedCount()).isZero();
  }
}
