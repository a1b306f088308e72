package dev.hairpin.certify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /** Such as {@code hairpin-macvtap version 1 (35 checks)}. */
  @Override
  public String toString() {
    return "%s version %d (%d checks)".formatted(name, version, checks.size());
  }
}
