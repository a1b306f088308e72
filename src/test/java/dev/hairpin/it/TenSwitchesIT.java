package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten switches of nine systems in one lab file, their uplinks beside one another. */
final class TenSwitchesIT {
  private static final String SOME =
      "@relay-on-takes-effect or @relay-off-takes-effect or @vepa-unicast-reflected or @vepa-broadcast-once or @vepa-off-dropped";

  @TempDir private Path folder;

  @Test
  void allPassAndNothingIsLeft() throws Exception {
    try (DialectRow row = DialectRow.up(10, folder)) {
      Path out = folder.resolve("report");
      row.run(out, SOME).exits(0);
      RunReport report = RunReport.read(out);
      assertThat(report.names()).hasSize(50);
      Set<String> outcomes = new TreeSet<>();
      Set<String> uplinks = new TreeSet<>();
      report
          .checks()
          .forEach(
              each -> {
                outcomes.add(each.path("outcome").asText());
                uplinks.add(each.path("uplink").asText());
              });
      assertThat(outcomes).containsExactly("passed");
      assertThat(uplinks).hasSize(10);
      row.assertUntouched();
    }
  }
}
