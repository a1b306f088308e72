package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/**
 * The pages as a person meets them: in Chromium, on a desk and on a phone, light, dark, printed.
 */
class PagesInBrowserIT {
  private static final String CHECKS =
      "@vepa-unicast-reflected or @vepa-off-dropped or @host-nic-not-promiscuous"
          + " or @vepa-link-local-not-reflected";
  private static final String OPEN_ALL =
      "document.querySelectorAll('details').forEach(each => each.open = true);";
  private static final int MOST_STOPS = 500;

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void makePagesAndStart() throws Exception {
    String history = folder.resolve("history").toString();
    try (Hairpin hairpin = Hairpin.in(folder)) {
      hairpin
          .run(
              "run",
              "--tags",
              CHECKS,
              "--fault",
              "never-reflects",
              "--history",
              history,
              "--out",
              out("failed"))
          .exits(1);
      hairpin
          .run(
              "run", "--tags", CHECKS, "--uplinks", "6", "--history", history, "--out", out("many"))
          .exits(0);
      hairpin.run("run", "--tags", "@load", "--history", history, "--out", out("load")).exits(0);
      hairpin
          .run("report", "matrix", out("failed"), out("many"), "--out", out("matrix.html"))
          .exits(0);
      hairpin.run("report", "trends", "--history", history, "--out", out("trends.html")).exits(0);
    }
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failed/report.html",
        "many/report.html",
        "load/report.html",
        "matrix.html",
        "trends.html"
      })
  void aPageIsSoundOnDeskAndPhoneInLightAndDark(String page) throws Exception {
    for (String scheme : List.of("light", "dark")) {
      for (int width : List.of(390, 1280)) {
        browser.open(folder.resolve(page), width, scheme);
        browser.ask(OPEN_ALL);
        String where = "%s, %s, %d pixels".formatted(page, scheme, width);
        assertThat(overflow()).as(where).isZero();
        assertThat(browser.barriers()).as(where).isEmpty();
        assertThat(browser.complaints()).as(where).isEmpty();
        assertThat(browser.requests()).as(where).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "failed/report.html, do not work together as they should",
    "many/report.html, Switch and host work together in",
    "load/report.html, Switch and host work together in all 3 checks.",
    "matrix.html, pairs of switch and host work",
    "trends.html, through 3 runs"
  })
  void theVerdictIsWhatAReaderSeesFirst(String page, String verdict) {
    browser.open(folder.resolve(page), 390, "light");
    assertThat(browser.ask("return document.body.innerText.split('\\n')[0]").toString())
        .contains(verdict);
    assertThat(
            browser.ask("return document.querySelector('h1').getBoundingClientRect().bottom < 900"))
        .isEqualTo(true);
  }

  @Test
  void aFailureIsOpenWithItsDrawingAndAVerdictLeadsToIt() {
    browser.open(folder.resolve("failed/report.html"), 1280, "light");
    assertThat(
            browser.ask(
                """
                const story = document.getElementById('vepa-unicast-reflected--tor1');
                const drawing = story.querySelector('svg.path').getBoundingClientRect();
                return story.open && drawing.width > 200 && drawing.height > 100;
                """))
        .isEqualTo(true);
    browser.ask("document.querySelector('a[href=\"#vepa-off-dropped--tor1\"]').click()");
    assertThat(
            browser.ask(
                """
                const story = document.getElementById('vepa-off-dropped--tor1');
                const top = story.getBoundingClientRect().top;
                return top >= 0 && top < innerHeight;
                """))
        .isEqualTo(true);
  }

  @Test
  void anUplinkToldOfInOneLineIsUnfoldedByItsVerdict() {
    browser.open(folder.resolve("many/report.html"), 1280, "light");
    browser.ask("document.querySelector('a[href=\"#vepa-unicast-reflected--uplink6\"]').click()");
    assertThat(
            browser.ask(
                "return document.getElementById('vepa-unicast-reflected--uplink6').checkVisibility()"))
        .isEqualTo(true);
  }

  @Test
  void everythingIsReachedAndUnfoldedByTheKeyboard() {
    browser.open(folder.resolve("failed/report.html"), 1280, "light");
    Set<Object> reached = new HashSet<>();
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      browser.press(Keys.TAB);
      Object number =
          browser.ask("return [...document.querySelectorAll('*')].indexOf(document.activeElement)");
      if (!reached.add(number)) {
        break;
      }
    }
    assertThat(
            (List<?>)
                browser.ask(
                    """
            const all = [...document.querySelectorAll('*')];
            return all.filter(each => each.matches('a[href], summary, [tabindex]')
                && each.checkVisibility()).map(each => all.indexOf(each));
            """))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(reached).contains(each));
    browser.ask("document.querySelector('details:not([open]) > summary').focus()");
    browser.press(Keys.ENTER);
    assertThat(browser.ask("return document.activeElement.parentElement.open")).isEqualTo(true);
  }

  @Test
  void paperHasAllStoriesInDarkInkWhateverTheScreenLikes() {
    browser.open(folder.resolve("failed/report.html"), 1280, "dark");
    String hidden =
        "return [...document.querySelectorAll('details:not([open]) svg.path')]"
            + ".filter(each => !each.checkVisibility()).length";
    assertThat((Long) browser.ask(hidden)).isPositive();
    browser.media("print", "dark");
    assertThat((Long) browser.ask(hidden)).isZero();
    assertThat(browser.ask("return getComputedStyle(document.body).color"))
        .isEqualTo("rgb(27, 31, 36)");
  }

  /** The checks above can fail: each finds the fault that is for it. */
  @Test
  void whatIsBrokenIsFound() throws Exception {
    String page = Files.readString(folder.resolve("failed/report.html"));
    open("pale.html", page.replace("--soft: #57606a", "--soft: #d0d0d0"));
    assertThat(browser.barriers()).anyMatch(each -> each.startsWith("color-contrast"));
    open(
        "mute.html",
        page.replaceAll(
            "(<svg class='path' role='img'[^>]*) aria-label='[^']*'>\n<title>[^<]*</title>",
            "$1>"));
    assertThat(browser.barriers()).anyMatch(each -> each.startsWith("svg-img-alt"));
    open("wide.html", page.replace("<main>", "<main><p style='width: 2000px'>wide</p>"));
    assertThat(overflow()).isPositive();
    browser.complaints();
    browser.requests();
    open(
        "asking.html",
        page.replaceFirst("<meta http-equiv[^>]*>", "")
            .replace("<main>", "<main><img alt='' src='missing.png'>"));
    assertThat(browser.requests()).anyMatch(each -> each.endsWith("missing.png"));
    assertThat(browser.complaints()).isNotEmpty();
  }

  private static void open(String name, String text) throws Exception {
    browser.open(Files.writeString(folder.resolve(name), text), 390, "light");
  }

  private static long overflow() {
    return (Long)
        browser.ask(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  private static String out(String name) {
    return folder.resolve(name).toString();
  }
}
