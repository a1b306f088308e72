package dev.hairpin.certify;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hairpin.report.Reexamination;
import dev.hairpin.report.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report looked at again: its files, its verdicts and, of a bundle, its signature and what it is
 * certified as.
 *
 * @param signature nothing for a report that was never signed
 * @param certificate whether the bundle is certified; nothing for a report that is no bundle
 * @param fault how its certificate says something else than follows
 */
public record BundleExamination(
    @JsonUnwrapped Reexamination report,
    Optional<SealCheck> signature,
    Optional<String> certificate,
    Optional<String> fault) {

  /**
   * Looks.
   *
   * @param named its folder, or the zip file that it is in
   * @param trusted the key to insist on; the bundle's own where left out
   * @throws IOException where there is no report, or it can't be read at all
   */
  public static BundleExamination of(Path named, Optional<VerifyingKey> trusted)
      throws IOException {
    return ZippedBundle.in(named, folder -> look(folder, trusted));
  }

  private static BundleExamination look(Path folder, Optional<VerifyingKey> trusted)
      throws IOException {
    Reexamination report = Reexamination.of(folder);
    Optional<SealCheck> signature = SealCheck.of(folder, trusted);
    if (!Files.exists(folder.resolve(CertificationProfile.FILE))) {
      return new BundleExamination(report, signature, Optional.empty(), Optional.empty());
    }
    try {
      CertificationProfile profile = CertificationProfile.of(folder);
      Standing follows = Certification.standing(profile, ResultsJson.read(folder), report);
      String key = signature.flatMap(SealCheck::fingerprint).orElse("");
      StatedStanding stated = StatedStanding.read(folder);
      boolean same = stated.equals(StatedStanding.of(profile, follows, key));
      return new BundleExamination(
          report,
          signature,
          Optional.of(follows.sentence(profile)),
          same
              ? Optional.empty()
              : Optional.of(StatedStanding.FILE + " says something else than follows: " + stated));
    } catch (IOException unreadable) {
      return new BundleExamination(
          report,
          signature,
          Optional.empty(),
          Optional.of(String.valueOf(unreadable.getMessage())));
    }
  }

  /** Whether all of it is as it was written, and follows. */
  public boolean sound() {
    return report.sound()
        && fault.isEmpty()
        && signature.map(each -> each.fault().isEmpty()).orElse(true);
  }

  /** For a person. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(report.lines());
    lines.add(signature.map(SealCheck::line).orElse("signature   none: this report isn't signed"));
    fault.ifPresent(each -> lines.add("differs     " + each));
    certificate.ifPresent(lines::add);
    return lines;
  }
}
