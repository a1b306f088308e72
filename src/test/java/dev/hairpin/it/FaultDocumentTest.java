package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.embedded.fault.FaultCatalogue;
import dev.hairpin.embedded.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code features/FAULTS.md} says what {@link FaultsIT} asserts. */
class FaultDocumentTest {
  private static final Path DOCUMENT = Path.of("features", "FAULTS.md");

  private static final String HEAD =
      """
      # Broken switches

      What this suite is tested with, and its proof: `hairpin run --fault NAME[:ARG]` runs the checks in an
      embedded lab whose switch does one thing wrong. Each row is a test (`FaultsIT`): the checks that are named
      come out as said, and every other check comes out as on an honest switch. `hairpin lab faults` lists the
      faults with their arguments. This page is made from the test's own table; refresh it with
      `mvn test -Dgolden.refresh=true`.

      | fault | the switch | comes out as |
      |---|---|---|
      """;

  @Test
  void saysWhatIsTested() throws Exception {
    String wanted = document();
    if (Boolean.getBoolean("golden.refresh")) {
      Files.writeString(DOCUMENT, wanted);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(wanted);
  }

  private static String document() {
    StringBuilder text = new StringBuilder(HEAD);
    for (FaultTable.Row row : FaultTable.rows()) {
      text.append("| `%s` | %s | %s |%n".formatted(row.fault(), summary(row), outcomes(row)));
    }
    return text.toString();
  }

  private static String summary(FaultTable.Row row) {
    return FaultCatalogue.all().stream()
        .filter(each -> each.name().equals(row.fault().split(":")[0]))
        .map(FaultKind::summary)
        .findFirst()
        .orElseThrow();
  }

  private static String outcomes(FaultTable.Row row) {
    if (row.outcomes().isEmpty()) {
      return "every check as on an honest switch";
    }
    Map<String, List<String>> byOutcome = new TreeMap<>();
    row.outcomes()
        .forEach(
            (check, outcomes) ->
                byOutcome.computeIfAbsent(words(outcomes), all -> new ArrayList<>()).add(check));
    List<String> parts = new ArrayList<>();
    byOutcome.forEach((words, checks) -> parts.add(words + ": " + String.join(", ", checks)));
    String with = row.tags().equals(FaultTable.FAST) ? "" : "(with `--tags " + row.tags() + "`) ";
    return with + String.join("; ", parts);
  }

  private static String words(Set<String> outcomes) {
    return "**" + String.join("** or **", outcomes) + "**";
  }
}
