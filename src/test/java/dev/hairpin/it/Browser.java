package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, with a profile of its own. */
final class Browser implements AutoCloseable {
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts it.
   *
   * @param profile an empty folder
   */
  static Browser start(Path profile) {
    assertThat(DRIVER).as("the package chromium-driver").isExecutable();
    assertThat(CHROMIUM).as("the package chromium").isExecutable();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** Opens a file in a window of this width, as a reader who likes it light or dark. */
  void open(Path page, int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
    media("screen", scheme);
    driver.get(page.toUri().toString());
  }

  void media(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What a script in the page returns. */
  Object ask(String script) {
    Object answer = driver.executeScript(script);
    return answer == null ? "" : answer;
  }

  /** Presses a key where the focus is. */
  void press(CharSequence key) {
    driver.switchTo().activeElement().sendKeys(key);
  }

  /** What the browser had to complain of since the last question. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  /** What was asked for since the last question, pages themselves left out. */
  List<String> requests() throws Exception {
    List<String> urls = new ArrayList<>();
    for (LogEntry each : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode event = RunReport.parse(each.getMessage()).get("message");
      if (event.get("method").asText().equals("Network.requestWillBeSent")
          && !event.at("/params/type").asText().equals("Document")) {
        urls.add(event.at("/params/request/url").asText());
      }
    }
    return urls;
  }

  /** What axe finds wrong with the page as it is now: rule and element. */
  List<String> barriers() {
    return new AxeBuilder()
        .setLegacyMode(true).analyze(driver).getViolations().stream().map(Browser::words).toList();
  }

  private static String words(Rule rule) {
    return "%s: %s, such as %s"
        .formatted(
            rule.getId(),
            rule.getHelp(),
            rule.getNodes().stream().limit(3).map(each -> each.getHtml()).toList());
  }

  @Override
  public void close() {
    driver.quit();
  }
}
