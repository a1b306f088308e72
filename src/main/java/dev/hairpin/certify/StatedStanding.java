package dev.hairpin.certify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hairpin.report.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

  StatedStanding {
    Objects.requireNonNull(profile, "it names no profile");
    against = List.copyOf(against);
    waived = List.copyOf(waived);
    Objects.requireNonNull(key, "it names no key");
  }

  static StatedStanding of(CertificationProfile profile, Standing standing, String key) {
    return new StatedStanding(
        profile.name(),
        profile.version(),
        standing.certified(),
        standing.against(),
        standing.waived(),
        key);
  }

  /** What it says that doesn't follow, a sentence for each part of it. */
  List<String> differences(StatedStanding follows) {
    List<String> differences = new ArrayList<>();
    differ(differences, "the profile is", named(), follows.named());
    differ(differences, "the outcome is", outcome(), follows.outcome());
    Difference.of(follows.against, against)
        .ifPresent(each -> differences.add(FILE + " gives other reasons against it: " + each));
    Difference.of(follows.waived, waived)
        .ifPresent(each -> differences.add(FILE + " gives other failures as waived: " + each));
    differ(differences, "the key is", key, follows.key);
    return differences;
  }

  private static void differ(List<String> differences, String what, String stated, String follows) {
    if (!stated.equals(follows)) {
      differences.add(
          PlainText.line(
              "%s says that %s '%s', but it is '%s'".formatted(FILE, what, stated, follows)));
    }
  }

  private String named() {
    return "%s version %d".formatted(profile, version);
  }

  private String outcome() {
    return certified ? "certified" : "not certified";
  }

  void write(Path bundle) throws IOException {
    Files.writeString(bundle.resolve(FILE), Certification.json(this));
  }

  static StatedStanding read(Path bundle) throws IOException {
    return JSON.readValue(Files.readAllBytes(bundle.resolve(FILE)), StatedStanding.class);
  }
}
