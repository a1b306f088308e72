package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportHtmlTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]+)([^>]*)>");

  private final String page = ReportHtml.write(Pages.one());

  @ParameterizedTest
  @ValueSource(strings = {"none", "one", "many", "hostile", "empty"})
  void everyElementIsClosedInOrder(String name) throws Exception {
    String html = ReportHtml.write(Pages.named(name));
    Files.writeString(Path.of("target", "report-" + name + ".html"), html);
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html.replaceFirst("(?s)<style>.*</style>", ""));
    while (tag.find()) {
      String element = tag.group(2);
      boolean empty = element.equals("meta") || tag.group(3).endsWith("/");
      if (!tag.group(1).isEmpty()) {
        assertThat(open.pop()).as("closed at %d", tag.start()).isEqualTo(element);
      } else if (!empty) {
        open.push(element);
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void idsAreUniqueAndEveryLinkInThePageLeadsToOne() {
    List<String> ids = all("\\bid=\"([^\"]*)\"");
    assertThat(ids).doesNotHaveDuplicates().contains("vepa-both-directions--tor1");
    assertThat(ids).containsAll(all("href=\"#([^\"]*)\""));
    assertThat(ids).containsAll(all("aria-labelledby=\"([^\"]*)\""));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(page)
        .doesNotContainPattern("(?i)https?://|<script|<link|<img|@import|url\\(|javascript:")
        .contains("default-src 'none'");
    assertThat(all("href=\"([^\"]*)\"")).allMatch(each -> each.matches("(#|\\./).*"));
  }

  @Test
  void theVerdictComesFirstAndEachOutcomeIsInWords() {
    assertThat(page)
        .containsPattern(
            "<h1 class=\"failed\">Switch and host do not work together as they should: 1 of 5 checks failed");
    assertThat(page.indexOf("<h1")).isLessThan(page.indexOf("<table"));
    assertThat(page)
        .contains("FAILED (no-reflection)", "WAIVED (isolation-leak)", "INCONCLUSIVE", "skipped");
    assertThat(page)
        .contains("Waived by the lab file:</b> Linux filters a private sender on broadcast only");
  }

  @Test
  void whatDidNotPassIsOpenAndWhatPassedIsNot() {
    assertThat(page)
        .containsPattern("<details class=\"check failed\" id=\"[^\"]*\" open>")
        .containsPattern("<details class=\"check waived\" id=\"[^\"]*\" open>")
        .containsPattern("<details class=\"check inconclusive\" id=\"[^\"]*\" open>")
        .containsPattern("<details class=\"check passed\" id=\"[^\"]*\">");
  }

  @Test
  void everyCheckOfEveryUplinkHasItsPlaceAndItsEvidence() {
    Results many = Pages.many();
    String html = ReportHtml.write(many);
    for (CheckResult each : many.checks()) {
      assertThat(html)
          .containsOnlyOnce("id=\"" + ReportPage.anchor(each) + "\"")
          .contains("href=\"#" + ReportPage.anchor(each) + "\"")
          .contains("href=\"" + ReportPage.link(each.evidence().get(0)) + "\"");
    }
  }

  @Test
  void aPageOfManyUplinksStaysSmall() {
    assertThat(ReportHtml.write(Pages.uplinks(64)).length()).isLessThan(2_000_000);
  }

  @Test
  void evidenceIsLinkedRelativeToTheFolder() {
    assertThat(page).contains("href=\"./evidence/vepa-both-directions-tor1.pcapng\"");
    assertThat(ReportPage.link("/etc/passwd")).isEqualTo("./etc/passwd");
    assertThat(ReportPage.link("a b\"?.pcapng")).isEqualTo("./a%20b%22%3F.pcapng");
    assertThat(ReportPage.link("javascript:alert(1)")).isEqualTo("./javascript:alert(1)");
  }

  @Test
  void hostileTextStaysText() {
    String html = ReportHtml.write(Pages.hostile());
    assertThat(html).doesNotContain("<script", "<b onload", "\u001b").contains("&lt;script&gt;");
  }

  private List<String> all(String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
