package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the templates of {@code report.html} ask for; public because they are compiled apart. */
public final class ReportPage {
  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Uplinks that fit beside one another in words; of more, the table has a sign each. */
  private static final int FIT_IN_WORDS = 5;

  /** Stories that are unfolded at once; the others show their reason, and unfold. */
  private static final int MOST_OPEN = 12;

  private final Results results;
  private final Map<List<String>, CheckResult> cells = new HashMap<>();
  private final Map<Outcome, List<Story>> stories = new EnumMap<>(Outcome.class);
  private final Set<Story> open;

  ReportPage(Results results) {
    this.results = results;
    for (CheckResult each : results.checks()) {
      cells.putIfAbsent(List.of(each.feature(), each.id(), each.uplink()), each);
    }
    for (Outcome each : Outcome.values()) {
      stories.put(each, Stories.of(results, each));
    }
    open =
        outcomes().stream()
            .flatMap(each -> stories(each).stream())
            .filter(Story::deviates)
            .limit(MOST_OPEN)
            .collect(Collectors.toSet());
  }

  public Results results() {
    return results;
  }

  /** The verdict, in one sentence. */
  public String verdict() {
    return Headline.verdict(results);
  }

  /** Which checks it rests on. */
  public String sentence() {
    return Headline.sentence(results);
  }

  /** The worst outcome of the run, as a style's name. */
  public String tone() {
    return switch (results.run().exit()) {
      case ExitStatus.GOOD -> results.totals().waived() > 0 ? "waived" : "passed";
      case ExitStatus.FAILED -> "failed";
      default -> "inconclusive";
    };
  }

  public String took() {
    return Figures.seconds(results.run().took());
  }

  /** Names and values of machine, lab and run. */
  public Map<String, String> environment() {
    return Environment.of(results);
  }

  /** The checks' ids by feature, each in order. */
  public Map<String, List<String>> features() {
    Map<String, List<String>> features = new LinkedHashMap<>();
    for (CheckResult each : results.checks()) {
      features.computeIfAbsent(each.feature(), name -> idsOf(name));
    }
    return features;
  }

  private List<String> idsOf(String feature) {
    return results.checks().stream()
        .filter(each -> each.feature().equals(feature))
        .map(CheckResult::id)
        .distinct()
        .toList();
  }

  /** One cell of the table. */
  public Optional<CheckResult> cell(String feature, String id, String uplink) {
    return Optional.ofNullable(cells.get(List.of(feature, id, uplink)));
  }

  /** Whether there are so many uplinks that the table has signs for words. */
  public boolean dense() {
    return results.uplinks().size() > FIT_IN_WORDS;
  }

  /** The checks with an outcome, those that tell the same story as one. */
  public List<Story> stories(Outcome outcome) {
    return stories.getOrDefault(outcome, List.of());
  }

  /** What verdicts rest on beside what was seen, and how many of them do. */
  public Map<String, Long> assumptions() {
    return results.checks().stream()
        .flatMap(each -> each.assumptions().stream())
        .collect(Collectors.groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()));
  }

  /** Whether a story's details are shown at once. */
  public boolean open(Story story) {
    return open.contains(story);
  }

  /** The outcomes that occur, those that want reading first. */
  public List<Outcome> outcomes() {
    return List.of(
            Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.WAIVED, Outcome.PASSED, Outcome.SKIPPED)
        .stream()
        .filter(each -> results.totals().of(each) > 0)
        .toList();
  }

  /** A heading over the checks of one outcome. */
  public static String heading(Outcome outcome) {
    return switch (outcome) {
      case FAILED -> "Failed";
      case INCONCLUSIVE -> "Could not be decided";
      case WAIVED -> "Failed and waived by this lab";
      case PASSED -> "Passed";
      case SKIPPED -> "Skipped";
    };
  }

  public static String sign(Outcome outcome) {
    return Words.sign(outcome);
  }

  public static String verdict(CheckResult check) {
    return CheckStory.verdict(check);
  }

  /** Without the waiver's, which has a paragraph. */
  public static String reason(CheckResult check) {
    return WaivedReason.alone(check);
  }

  public static String waiver(CheckResult check) {
    return CheckStory.waiver(check);
  }

  /** Such as {@code missing}, {@code 1 changed}. */
  public static String fate(Hop hop) {
    return hop.brief();
  }

  /** When the run began, to the second. */
  public String started() {
    return STARTED.format(results.run().started());
  }

  /** A check's uplink in a line. */
  public String cable(String uplink) {
    return results.lab().uplinks().stream()
        .filter(each -> each.name().equals(uplink))
        .findFirst()
        .map(ReportPage::cable)
        .orElse(uplink);
  }

  private static String cable(LabInfo.Uplink uplink) {
    return "%s (%s), %s port %s (%s, set over %s)"
        .formatted(
            uplink.nic(),
            uplink.driver(),
            uplink.switchInfo().name(),
            uplink.port(),
            uplink.switchInfo().profile(),
            uplink.switchInfo().control());
  }

  /** A figure without digits that mean nothing. */
  public static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : Figures.number(value);
  }

  /** Such as {@code 1 check} or {@code 3 checks}. */
  public static String count(int number, String noun) {
    return Figures.count(number, noun);
  }

  /** A file's name, without its folder. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  public static String millis(double millis) {
    return Figures.millis(millis);
  }

  /** Such as {@code +8.4 µs}; empty where nothing was seen. */
  public static String when(Hop hop) {
    return hop.when();
  }

  /** A name for a place in the page; nothing of it needs escaping. */
  public static String anchor(CheckResult check) {
    return (check.id() + "--" + check.uplink()).replaceAll("[^A-Za-z0-9-]", "_");
  }

  /** A relative link to a file of the run's folder, never one that leads elsewhere. */
  public static String link(String path) {
    String inside = "/" + path.replaceFirst("^/+", "");
    try {
      return "." + new URI(null, null, inside, null).getRawPath();
    } catch (URISyntaxException unlikely) {
      return "#";
    }
  }
}
