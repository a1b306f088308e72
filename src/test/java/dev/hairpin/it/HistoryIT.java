package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of runs when they are over: the history, comparisons, summaries, the matrix. */
class HistoryIT {
  private static final String CHECK = "vepa-unicast-reflected";

  @TempDir private Path folder;

  @Test
  void runsAreRememberedAndToldOf() throws Exception {
    String history = folder.resolve("history").toString();
    String first = folder.resolve("first").toString();
    String second = folder.resolve("second").toString();
    try (Hairpin hairpin = Hairpin.in(folder)) {
      for (String out : new String[] {first, second}) {
        Command.Finished run =
            hairpin.run("run", "--tags", "@" + CHECK, "--out", out, "--history", history).exits(0);
        assertThat(run.err()).doesNotContain("history");
      }
      JsonNode told = json(hairpin, "report", "history", "--history", history, "--json");
      assertThat(told.at("/runs")).hasSize(2);
      assertThat(told.at("/runs/0/folder").asText()).isEqualTo(second);
      assertThat(told.at("/runs/0/totals/passed").asInt()).isEqualTo(1);
      assertThat(told.at("/flaky")).isEmpty();
      String lines = "--history " + history + " --check " + CHECK;
      assertThat(hairpin.run(("report history " + lines).split(" ")).exits(0).out())
          .contains("tor1", "passed", "no check flaked in 2 runs");

      assertThat(
              hairpin.run("report", "compare", first, second, "--history", history).exits(0).out())
          .contains("0 broke", "1 the same");
      Files.writeString(
          Path.of(second, "results.json"),
          Files.readString(Path.of(second, "results.json"))
              .replace("\"outcome\" : \"passed\"", "\"outcome\" : \"failed\""));
      hairpin.run("report", "compare", first, second, "--history", history).exits(1);
      assertThat(hairpin.run("report", "summary", second, "--against", first).exits(0).out())
          .contains("**broke** vepa\\-unicast\\-reflected on tor1");

      Path page = folder.resolve("matrix.html");
      hairpin.run("report", "matrix", first, "--out", page.toString()).exits(0);
      assertThat(page).content().contains("linux-bridge", "veth", "href=\"first/report.html");
      Path trends = folder.resolve("trends.html");
      hairpin.run("report", "trends", "--history", history, "--out", trends.toString()).exits(0);
      assertThat(trends).content().contains(CHECK);
    }
  }

  @Test
  void aHistoryThatCannotBeWrittenChangesNoOutcome() throws Exception {
    Path file = Files.writeString(folder.resolve("history.mv.db"), "not a database");
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Command.Finished run =
          hairpin
              .run(
                  "run",
                  "--tags",
                  "@" + CHECK,
                  "--out",
                  folder.resolve("out").toString(),
                  "--history",
                  file.toString())
              .exits(0);
      assertThat(run.err()).contains("the run is not in the history", file.toString());
      assertThat(run.out()).contains("1 check: 1 passed; exit 0");
    }
  }

  private static JsonNode json(Hairpin hairpin, String... words) throws Exception {
    return new ObjectMapper().readTree(hairpin.run(words).exits(0).out());
  }
}
