package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * {@code junit.xml}, in the form that Jenkins and Surefire share: one suite for each feature and
 * uplink. A waived failure is a skipped case whose message says that it is waived, an inconclusive
 * check is an error, so that the lab's failure is not taken for the switch's.
 */
public final class JunitXml {
  /** Its name in a run's folder. */
  public static final String NAME = "junit.xml";

  private JunitXml() {}

  /** The document, UTF-8. */
  public static String write(Results results) {
    StringWriter text = new StringWriter();
    try {
      IndentedXml xml = new IndentedXml(XMLOutputFactory.newInstance().createXMLStreamWriter(text));
      document(xml, results);
      xml.end();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("cannot write XML to memory", impossible);
    }
    return text.toString();
  }

  private static void document(IndentedXml xml, Results results) throws XMLStreamException {
    xml.open(
        "testsuites",
        "name",
        "hairpin " + results.lab().name(),
        "tests",
        results.totals().all(),
        "failures",
        results.totals().failed(),
        "errors",
        results.totals().inconclusive(),
        "time",
        time(results.checks()));
    int id = 0;
    for (List<CheckResult> suite : suites(results)) {
      suite(xml, results, suite, id++);
    }
    xml.close();
  }

  private static List<List<CheckResult>> suites(Results results) {
    Map<List<String>, List<CheckResult>> suites = new LinkedHashMap<>();
    for (CheckResult each : results.checks()) {
      suites
          .computeIfAbsent(List.of(each.feature(), each.uplink()), key -> new ArrayList<>())
          .add(each);
    }
    return List.copyOf(suites.values());
  }

  private static void suite(IndentedXml xml, Results results, List<CheckResult> checks, int id)
      throws XMLStreamException {
    Totals totals = Totals.of(checks);
    CheckResult first = checks.get(0);
    xml.open(
        "testsuite",
        "name",
        first.feature() + " [" + first.uplink() + "]",
        "id",
        id,
        "tests",
        totals.all(),
        "failures",
        totals.failed(),
        "errors",
        totals.inconclusive(),
        "skipped",
        totals.waived() + totals.skipped(),
        "time",
        time(checks),
        "timestamp",
        results.run().started().toString().replaceFirst("(\\.\\d+)?Z$", ""));
    xml.open("properties");
    for (Map.Entry<String, String> each : Environment.of(results, first.uplink()).entrySet()) {
      xml.empty("property", "name", each.getKey(), "value", each.getValue());
    }
    xml.close();
    for (CheckResult each : checks) {
      testcase(xml, results.lab().name() + "." + each.feature().replace('.', '_'), each);
    }
    xml.close();
  }

  private static void testcase(IndentedXml xml, String classname, CheckResult check)
      throws XMLStreamException {
    String name = check.id() + " [" + check.uplink() + "]";
    xml.open("testcase", "name", name, "classname", classname, "time", time(List.of(check)));
    String deviations = String.join("\n", CheckStory.deviations(check));
    String type = check.diagnosis().map(each -> each.id()).orElse(check.outcome().id());
    if (check.outcome() == Outcome.FAILED) {
      xml.text("failure", deviations, "message", check.reason(), "type", type);
    } else if (check.outcome() == Outcome.INCONCLUSIVE) {
      xml.text("error", deviations, "message", "inconclusive: " + check.reason(), "type", type);
    } else if (check.outcome() == Outcome.WAIVED) {
      String message = "waived: %s (%s: %s)";
      xml.empty(
          "skipped",
          "message",
          message.formatted(CheckStory.waiver(check), type, WaivedReason.alone(check)));
    } else if (check.outcome() == Outcome.SKIPPED) {
      xml.empty("skipped", "message", "skipped: " + check.reason());
    }
    xml.text("system-out", String.join("\n", CheckStory.whole(check)));
    xml.close();
  }

  private static String time(List<CheckResult> checks) {
    double millis = checks.stream().mapToDouble(CheckResult::durationMs).sum();
    return String.format(Locale.ROOT, "%.3f", millis / 1000);
  }
}
