package dev.hairpin.certify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the certificate of a bundle says, for programs.
 *
 * @param profile the certification profile's name
 * @param version its version
 * @param against why it is not certified
 * @param waived which failures are accepted
 * @param key the fingerprint of the key that signed it
 */
record StatedStanding(
    String profile,
    int version,
    boolean certified,
    List<String> against,
    List<String> waived,
    String key) {
  /** Its name in a bundle. */
  static final String FILE = "certificate.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  static StatedStanding of(CertificationProfile profile, Standing standing, String key) {
    return new StatedStanding(
        profile.name(),
        profile.version(),
        standing.certified(),
        standing.against(),
        standing.waived(),
        key);
  }

  void write(Path bundle) throws IOException {
    Files.writeString(bundle.resolve(FILE), Certification.json(this));
  }

  static StatedStanding read(Path bundle) throws IOException {
    return JSON.readValue(Files.readAllBytes(bundle.resolve(FILE)), StatedStanding.class);
  }
}
