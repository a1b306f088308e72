package dev.hairpin.certify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hairpin.report.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The checks that a certificate stands for. Its version is raised with every change of the list, so
 * that two certificates that name the same one can be compared.
 *
 * @param checks their ids, in the order of reports
 */
public record CertificationProfile(String name, int version, List<String> checks) {
  /** Its name in a bundle. */
  static final String FILE = "certification-profile.json";

  /** The tag of its scenarios. */
  static final String TAG = "@certification";

  private static final String RESOURCE = "profile.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps a copy of the list. */
  public CertificationProfile {
    Objects.requireNonNull(name, "it has no name");
    checks = List.copyOf(checks);
  }

  /** This version's. */
  public static CertificationProfile current() throws IOException {
    return JSON.readValue(bytes(), CertificationProfile.class);
  }

  /** The one that a bundle was made by. */
  static CertificationProfile of(Path bundle) throws IOException {
    return JSON.readValue(Files.readAllBytes(bundle.resolve(FILE)), CertificationProfile.class);
  }

  /** Whether this program knows one of that name and version, and so what it has to contain. */
  boolean known() throws IOException {
    CertificationProfile own = current();
    return name.equals(own.name) && version == own.version;
  }

  /**
   * How it differs from the one that this program knows by that name; nothing of an unknown one.
   */
  List<String> differences() throws IOException {
    if (!known()) {
      return List.of();
    }
    List<String> differences = new ArrayList<>();
    Difference.of(current().checks, checks)
        .ifPresent(
            each ->
                differences.add(
                    "%s isn't the profile %s version %d that it says it is: %s"
                        .formatted(FILE, name, version, each)));
    return differences;
  }

  static void write(Path bundle) throws IOException {
    Files.write(bundle.resolve(FILE), bytes());
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = CertificationProfile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("the program lacks its certification profile");
      }
      return in.readAllBytes();
    }
  }

  /** As in a sentence about a bundle, whose word an unknown one is. */
  String phrase() throws IOException {
    return known()
        ? toString()
        : "%s version %d, which this version of Hairpin doesn't know: its checks are the bundle's own word"
            .formatted(PlainText.line(name), version);
  }

  /** Such as {@code hairpin-macvtap version 1 (35 checks)}. */
  @Override
  public String toString() {
    return "%s version %d (%d checks)".formatted(name, version, checks.size());
  }
}
