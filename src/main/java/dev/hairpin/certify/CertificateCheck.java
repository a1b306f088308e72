package dev.hairpin.certify;

import dev.hairpin.report.FileTrouble;
import dev.hairpin.report.Reexamination;
import dev.hairpin.report.Results;
import dev.hairpin.report.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bundle says it is certified as, held against what follows.
 *
 * @param sentence what follows; nothing where that can't be told, or the report is no bundle
 * @param differences each part that is stated otherwise
 */
record CertificateCheck(Optional<String> sentence, List<String> differences) {
  CertificateCheck {
    differences = List.copyOf(differences);
  }

  static CertificateCheck of(Path folder, Reexamination report, Optional<SealCheck> signature)
      throws IOException {
    if (!Files.exists(folder.resolve(CertificationProfile.FILE))) {
      return new CertificateCheck(Optional.empty(), List.of());
    }
    CertificationProfile profile;
    try {
      profile = CertificationProfile.of(folder);
    } catch (IOException unreadable) {
      return new CertificateCheck(
          Optional.empty(), List.of(FileTrouble.part(CertificationProfile.FILE, unreadable)));
    }
    List<String> differences = new ArrayList<>(profile.differences());
    Results results;
    try {
      results = ResultsJson.read(folder);
    } catch (IOException told) {
      // The report's own examination names it.
      return new CertificateCheck(Optional.empty(), differences);
    }
    Standing follows = Certification.standing(profile, results, report);
    differences.addAll(stated(folder, profile, follows, signature));
    return new CertificateCheck(Optional.of(follows.sentence(profile.phrase())), differences);
  }

  private static List<String> stated(
      Path folder, CertificationProfile profile, Standing follows, Optional<SealCheck> signature) {
    try {
      StatedStanding stated = StatedStanding.read(folder);
      // Which key signed it is known of a good signature alone.
      String key =
          signature
              .filter(each -> each.fault().isEmpty())
              .flatMap(SealCheck::fingerprint)
              .orElse(stated.key());
      return stated.differences(StatedStanding.of(profile, follows, key));
    } catch (IOException unreadable) {
      return List.of(FileTrouble.part(StatedStanding.FILE, unreadable));
    }
  }
}
