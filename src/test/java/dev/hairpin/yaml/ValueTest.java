package dev.hairpin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueTest {
  private List<String> faults = List.of();

  @ParameterizedTest
  @ValueSource(strings = {"on", "off", "yes", "no", "12:30", "010", "0x1F", "1_000", "1e3", ".inf"})
  void aScalarIsTheTextThatStandsThere(String text) throws Exception {
    assertThat(read(text, Value::text)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"# see below", "~", "null"})
  void nothingIsNoText(String text) throws Exception {
    assertThat(read(text, Value::text)).isEmpty();
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0)).endsWith("'k' has no value; give it one, or take the line out");
  }

  @Test
  void quotedNullIsAText() throws Exception {
    assertThat(read("'null'", Value::text)).contains("null");
  }

  @Test
  void aTextIsOneLineAndProseBecomesOne() throws Exception {
    assertThat(read("\"a\\nb\"", Value::text)).isEmpty();
    assertThat(faults)
        .containsExactly("1:6: 'k' has a line break or control character in it; take it out");
    assertThat(read(">\n  some\n  words\n", Value::prose)).contains("some words");
    assertThat(read("\" \"", Value::prose)).isEmpty();
    assertThat(faults).containsExactly("1:4: 'k' is empty; say it in a few words");
  }

  @Test
  void kindsAreNamed() throws Exception {
    read("[a]", Value::text);
    assertThat(faults).containsExactly("1:4: 'k' must be a text, not a list");
    read("{a: b}", each -> Optional.of(each.items()));
    assertThat(faults)
        .containsExactly(
            "1:4: 'k' must be a list (each item on a line of its own after '- '), not keys with"
                + " values");
    read("a", each -> each.fields("x"));
    assertThat(faults).containsExactly("1:4: 'k' must be keys with values ('x: ...'), not a text");
    read("[]", each -> Optional.of(each.someItems()));
    assertThat(faults).containsExactly("1:4: 'k' is an empty list; it needs at least one item");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "4095", "010", "1.0", "12:30", "+5", "0x10", "9999999999", "x", "-1"})
  void integersAreDecimalAndInRange(String text) throws Exception {
    assertThat(read(text, each -> each.integer(1, 4094))).isEmpty();
    assertThat(faults)
        .containsExactly("1:4: 'k' can't be '" + text + "'; it must be a whole number, 1 to 4094");
  }

  @Test
  void integersTakeBothEnds() throws Exception {
    assertThat(read("1", each -> each.integer(1, 4094))).contains(1);
    assertThat(read("4094", each -> each.integer(1, 4094))).contains(4094);
    assertThat(read("-2147483648", each -> each.integer(Integer.MIN_VALUE, 0)))
        .contains(Integer.MIN_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"20ms, 20000000", "1s, 1000000000", "1500us, 1500000"})
  void durationsHaveUnits(String text, long nanos) throws Exception {
    assertThat(read(text, ValueTest::duration)).contains(Duration.ofNanos(nanos));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "20 ms", "1m", "999us", "11s", "0.5s", "-1s", "1ns", "010ms"})
  void otherDurationsAreRefused(String text) throws Exception {
    assertThat(read(text, ValueTest::duration)).isEmpty();
    assertThat(faults)
        .containsExactly(
            "1:4: 'k' can't be '"
                + text
                + "'; it must be a whole number with its unit (us, ms or s), 1ms to 10s");
  }

  @Test
  void datesAreDaysOfTheCalendar() throws Exception {
    assertThat(read("2027-06-30", Value::date)).contains(LocalDate.of(2027, 6, 30));
    for (String each : List.of("2027-02-30", "30.6.2027", "2027-6-30", "soon")) {
      assertThat(read(each, Value::date)).isEmpty();
      assertThat(faults)
          .containsExactly(
              "1:4: 'k' can't be '"
                  + each
                  + "'; it must be a day of the calendar as YEAR-MONTH-DAY, such as 2027-06-30");
    }
  }

  @Test
  void namesOfAnEnumerationComeWithTheNearest() throws Exception {
    Map<String, Integer> names = new LinkedHashMap<>();
    names.put("ssh", 1);
    names.put("snmp", 2);
    assertThat(read("snmp", each -> each.oneOf(names))).contains(2);
    read("shh", each -> each.oneOf(names));
    assertThat(faults)
        .containsExactly("1:4: 'k' can't be 'shh'; did you mean 'ssh'? It must be ssh or snmp");
    read("telnet", each -> each.oneOf(names));
    assertThat(faults).containsExactly("1:4: 'k' can't be 'telnet'; it must be ssh or snmp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a(b           | 7",
        "'it''s (a'    | 13",
        "\"\\\\d\\x41(\" | 13",
        "\"[a\"        | 6",
        "'*x'          | 5",
      })
  void syntaxErrorsOfExpressionsAreAtTheirColumn(String text, int column) throws Exception {
    assertThat(read(text, each -> each.pattern(0))).isEmpty();
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0)).startsWith("1:" + column + ": 'k' is no regular expression: ");
  }

  @Test
  void expressionsKeepTheirFlags() throws Exception {
    Optional<Pattern> pattern = read("\"^on$\"", each -> each.pattern(Pattern.MULTILINE));
    assertThat(pattern.orElseThrow().matcher("x\non\n").find()).isTrue();
  }

  @Test
  void hugeExpressionsAreNotCompiled() throws Exception {
    read("'" + "(".repeat(100_000) + "'", each -> each.pattern(0));
    assertThat(faults).containsExactly("1:4: 'k' is longer than 500 characters; make it shorter");
  }

  @Test
  void pathsAreTakenFromTheFolder() throws Exception {
    Path folder = Path.of("/etc/hairpin");
    assertThat(read("keys/tor1", each -> each.path(folder)))
        .contains(Path.of("/etc/hairpin/keys/tor1"));
    assertThat(read("/abs/tor1", each -> each.path(folder))).contains(Path.of("/abs/tor1"));
    assertThat(read("~/.ssh/id", each -> each.path(folder)))
        .contains(Path.of(System.getProperty("user.home"), ".ssh/id"));
  }

  @Test
  void keysAreCheckedAtOnce() throws Exception {
    YamlDocument document =
        YamlDocument.parse("f.yaml", "name: a\nprot: 1\nname: b\n<<: {x: 1}\n? [z]\n: 1\nzzz: 1\n");
    Fields fields = document.root("name", "port");
    fields.need("port", "the port");
    assertThat(sorted(document))
        .containsExactly(
            "1:1: missing key 'port': the port",
            "2:1: unknown key 'prot'; did you mean 'port'?",
            "3:1: key 'name' is given twice, first in line 1; take one of them out",
            "4:1: merge keys are not used here; write the keys out",
            "5:3: a key of the file must be a plain word, such as name",
            "7:1: unknown key 'zzz'; known are name, port");
    assertThat(fields.find("name").flatMap(Value::text)).contains("a");
  }

  @Test
  void whatIsShownCantMoveTheTerminal() throws Exception {
    read("\"\\e[2J\\u202Exyz\"", each -> each.integer(1, 2));
    assertThat(String.join("", faults)).doesNotContain("\u001b").doesNotContain("\u202e");
    read("x".repeat(1000), each -> each.integer(1, 2));
    assertThat(faults.get(0)).contains("'" + "x".repeat(60) + "…'").hasSizeLessThan(150);
  }

  private <T> Optional<T> read(String text, Function<Value, Optional<T>> question)
      throws FaultyFileException {
    YamlDocument document = YamlDocument.parse("f.yaml", "k: " + text + "\n");
    Optional<T> answer = document.root("k").find("k").flatMap(question);
    faults = sorted(document);
    return answer;
  }

  private static Optional<Duration> duration(Value value) {
    return value.duration(Duration.ofMillis(1), Duration.ofSeconds(10));
  }

  private static List<String> sorted(YamlDocument document) {
    return document.faults().stream().sorted().map(Fault::toString).toList();
  }
}
