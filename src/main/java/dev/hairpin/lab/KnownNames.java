package dev.hairpin.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The names that checks and diagnoses have: what a waiver can speak of. */
public final class KnownNames {
  private static final List<String> CHECKS = lines("checks.txt");
  private static final List<String> DIAGNOSES = lines("diagnoses.txt");

  private KnownNames() {}

  /** The ids of all checks, shipped or planned, in the order of reports. */
  public static List<String> checks() {
    return CHECKS;
  }

  /** The ids of all diagnoses; {@code verdict.Diagnosis} has the same. */
  public static List<String> diagnoses() {
    return DIAGNOSES;
  }

  private static List<String> lines(String resource) {
    try (InputStream bytes = KnownNames.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("resource " + resource + " is missing in this build");
      }
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(each -> !each.isBlank() && !each.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
