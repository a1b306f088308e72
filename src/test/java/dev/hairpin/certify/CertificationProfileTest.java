package dev.hairpin.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CertificationProfileTest {
  private static final Pattern TAGGED = Pattern.compile("@([a-z0-9-]+) .*@certification\\b.*");

  /** Whoever changes one changes the other, and raises the version. */
  @Test
  void namesTheScenariosThatAreTaggedForIt() throws Exception {
    List<String> tagged = new ArrayList<>();
    try (Stream<Path> features = Files.list(Path.of("features"))) {
      for (Path each : features.filter(file -> file.toString().endsWith(".feature")).toList()) {
        for (String line : Files.readAllLines(each)) {
          Matcher tags = TAGGED.matcher(line.strip());
          if (tags.matches()) {
            tagged.add(tags.group(1));
          }
        }
      }
    }
    assertThat(tagged).hasSizeGreaterThan(30);
    assertThat(CertificationProfile.current().checks())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(tagged);
  }
}
