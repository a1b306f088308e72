package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Outputs as they were looked at and found good. After a change that is meant: {@code mvn test
 * -Dgolden.refresh=true}, then read the difference.
 */
final class Golden {
  private Golden() {}

  static void assertSame(String name, String actual) throws IOException {
    Path file = Path.of("src/test/resources/dev/hairpin/report", name);
    if (Boolean.getBoolean("golden.refresh")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual)
        .as("golden file %s (refresh: -Dgolden.refresh=true)", file)
        .isEqualTo(Files.readString(file));
  }
}
