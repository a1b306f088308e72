package dev.hairpin.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.report.CheckResult;
import dev.hairpin.report.ReportWriter;
import dev.hairpin.report.Results;
import dev.hairpin.verdict.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleExaminationTest {
  @TempDir Path folder;
  private Path bundle = Path.of("");
  private CertificationProfile profile;
  private SigningKey key;

  @BeforeEach
  void keys() throws Exception {
    bundle = folder.resolve("bundle");
    profile = CertificationProfile.current();
    key = SigningKey.readOrMake(folder.resolve("mine.pem"));
  }

  private Results good() {
    return Bundle.results(Bundle.all(profile, Outcome.PASSED, "tor1"), false, "tor1");
  }

  private BundleExamination look() throws Exception {
    return BundleExamination.of(bundle, Optional.empty());
  }

  @Test
  void aSealedBundleIsOfOnePieceAndSaysByWhichKey() throws Exception {
    assertThat(Bundle.sealed(bundle, good(), key).certified()).isTrue();
    BundleExamination seen = look();
    assertThat(seen.sound()).isTrue();
    assertThat(seen.lines())
        .anyMatch(
            each ->
                each.startsWith("signature   good, key " + key.verifying().fingerprint())
                    && each.contains("which came with the bundle"))
        .endsWith("Certified by profile hairpin-macvtap version 4 (36 checks).");
  }

  @Test
  void aKeyThatIsInsistedOnMustHaveSignedIt() throws Exception {
    Bundle.sealed(bundle, good(), key);
    assertThat(BundleExamination.of(bundle, Optional.of(key.verifying())).sound()).isTrue();
    SigningKey other = SigningKey.readOrMake(folder.resolve("other.pem"));
    BundleExamination seen = BundleExamination.of(bundle, Optional.of(other.verifying()));
    assertThat(seen.sound()).isFalse();
    assertThat(seen.lines()).anyMatch(each -> each.startsWith("signature   bad"));
  }

  @Test
  void anotherKeysSealOverAForgedBundleDoesNotFitTheCertificate() throws Exception {
    Bundle.sealed(bundle, good(), key);
    SigningKey other = SigningKey.readOrMake(folder.resolve("other.pem"));
    Seal.put(bundle, other);
    BundleExamination seen = look();
    assertThat(seen.signature().orElseThrow().fault()).isEmpty();
    assertThat(seen.sound()).isFalse();
    assertThat(seen.differences())
        .singleElement()
        .asString()
        .startsWith("certificate.json says that the key is '" + key.verifying().fingerprint())
        .contains("but it is '" + other.verifying().fingerprint());
  }

  @Test
  void everyFileIsUnderTheSeal() throws Exception {
    Bundle.sealed(bundle, good(), key);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(bundle)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(6);
    for (Path each : files) {
      byte[] honest = Files.readAllBytes(each);
      byte[] sums = Files.readAllBytes(bundle.resolve(Seal.SUMS));
      byte[] forged = honest.clone();
      forged[forged.length / 2] ^= 1;
      Files.write(each, forged);
      String name = bundle.relativize(each).toString();
      assertThat(look().sound()).as(name).isFalse();
      if (!name.startsWith(Seal.SUMS)) {
        assertThat(look().lines()).as(name).contains("changed     " + name);
        ReportWriter.sum(bundle);
        assertThat(look().sound()).as("%s, checksums made good", name).isFalse();
        assertThat(look().lines()).as(name).anyMatch(line -> line.startsWith("signature   bad"));
      }
      Files.write(each, honest);
      Files.write(bundle.resolve(Seal.SUMS), sums);
    }
    assertThat(look().sound()).isTrue();
  }

  @Test
  void aSealTakenOffIsMissed() throws Exception {
    Bundle.sealed(bundle, good(), key);
    Files.delete(bundle.resolve(Seal.SIGNATURE));
    assertThat(look().sound()).isFalse();
    assertThat(look().lines()).contains("signature   bad: there is no SHA256SUMS.sig");
  }

  @Test
  void asOneFileItIsWorthTheSame() throws Exception {
    Bundle.sealed(bundle, good(), key);
    Path zip = ZippedBundle.of(bundle);
    assertThat(zip).hasFileName("bundle.zip");
    BundleExamination seen = BundleExamination.of(zip, Optional.of(key.verifying()));
    assertThat(seen).isEqualTo(BundleExamination.of(bundle, Optional.of(key.verifying())));
    assertThat(seen.sound()).isTrue();

    Files.writeString(bundle.resolve("junit.xml"), "<testsuites/>");
    BundleExamination forged = BundleExamination.of(ZippedBundle.of(bundle), Optional.empty());
    assertThat(forged.lines()).contains("changed     junit.xml");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("bundle", "bundle.zip", "mine.pem");
  }

  @Test
  void aFileThatIsNoZipIsToldSo() throws Exception {
    Path file = Files.writeString(folder.resolve("x.zip"), "no zip");
    assertThatThrownBy(() -> BundleExamination.of(file, Optional.empty()))
        .isInstanceOf(java.io.IOException.class)
        .hasMessageContaining(file + " is no whole zip archive: ")
        .hasMessageContaining("Next: ");
  }

  @Test
  void aReportThatWasNeverSignedIsNoBundleUnlessAKeyIsInsistedOn() throws Exception {
    ReportWriter.write(bundle, good());
    assertThat(look().sound()).isTrue();
    assertThat(look().lines()).contains("signature   none: this report isn't signed");
    assertThat(BundleExamination.of(bundle, Optional.of(key.verifying())).sound()).isFalse();
  }

  @Test
  void aCertificateThatSaysMoreThanFollowsIsFoundUnderAGoodSeal() throws Exception {
    List<CheckResult> checks = new ArrayList<>(Bundle.all(profile, Outcome.PASSED, "tor1"));
    checks.set(0, Bundle.check(checks.get(0).id(), "tor1", Outcome.SKIPPED));
    Bundle.sealed(bundle, Bundle.results(checks, false, "tor1"), key);
    assertThat(look().sound()).isTrue();
    assertThat(look().lines()).anyMatch(each -> each.startsWith("Not certified by profile"));

    new StatedStanding(
            profile.name(),
            profile.version(),
            true,
            List.of(),
            List.of(),
            key.verifying().fingerprint())
        .write(bundle);
    Seal.put(bundle, key);
    BundleExamination seen = look();
    assertThat(seen.signature().orElseThrow().fault()).isEmpty();
    assertThat(seen.sound()).isFalse();
    assertThat(seen.lines())
        .contains(
            "differs     certificate.json says that the outcome is 'certified', but it is 'not certified'",
            "differs     certificate.json gives other reasons against it: it lacks '%s on tor1: skipped'"
                .formatted(checks.get(0).id()))
        .noneMatch(each -> each.contains("StatedStanding["))
        .endsWith(
            "NOT VALID: 2 things in this bundle are not as they were signed or don't follow; see above");
  }

  @Test
  void whatIsNotSoundIsNowhereCalledCertified() throws Exception {
    Bundle.sealed(bundle, good(), key);
    Files.writeString(bundle.resolve("junit.xml"), "<testsuites/>");
    BundleExamination seen = look();
    assertThat(seen.certificate()).isEmpty();
    assertThat(seen.lines())
        .noneMatch(each -> each.contains("Certified by"))
        .endsWith(
            "NOT VALID: 1 thing in this bundle is not as it was signed or doesn't follow; see above");
  }

  @Test
  void anUnsignedReportThatWasChangedIsNotValidEither() throws Exception {
    ReportWriter.write(bundle, good());
    Files.delete(bundle.resolve("junit.xml"));
    assertThat(look().lines())
        .endsWith(
            "NOT VALID: 1 thing in this report is not as it was written or doesn't follow; see above");
  }

  @Test
  void aProfileWithTheShippedOnesNameHasTheShippedOnesChecks() throws Exception {
    List<String> checks = new ArrayList<>(profile.checks());
    String left = checks.remove(0);
    checks.add("easy-one");
    sealedBy(new CertificationProfile(profile.name(), profile.version(), checks));
    BundleExamination seen = look();
    assertThat(seen.sound()).isFalse();
    assertThat(seen.differences())
        .containsExactly(
            "certification-profile.json isn't the profile hairpin-macvtap version 4 that it says it is: it lacks '%s'; it has beside 'easy-one'"
                .formatted(left));
    assertThat(seen.lines()).noneMatch(each -> each.contains("Certified by"));
  }

  @Test
  void aProfileThatNobodyKnowsIsTheBundlesOwnWord() throws Exception {
    sealedBy(new CertificationProfile(profile.name(), 99, List.of("easy-one")));
    BundleExamination seen = look();
    assertThat(seen.sound()).isTrue();
    assertThat(seen.lines())
        .endsWith(
            "Certified by profile hairpin-macvtap version 99, which this version of Hairpin doesn't know: its checks are the bundle's own word.");
  }

  @Test
  void aPartThatIsMissingIsSaidToBeSo() throws Exception {
    Bundle.sealed(bundle, good(), key);
    for (String each : List.of("certificate.json", "results.json", Seal.KEY)) {
      byte[] honest = Files.readAllBytes(bundle.resolve(each));
      Files.delete(bundle.resolve(each));
      assertThat(look().lines())
          .as(each)
          .contains("missing     " + each)
          .noneMatch(line -> line.contains(bundle.toString()));
      Files.write(bundle.resolve(each), honest);
    }
    Files.delete(bundle.resolve("certificate.json"));
    assertThat(look().differences()).containsExactly("certificate.json is missing");
  }

  /** A bundle of somebody's who wrote a profile of his own. */
  private void sealedBy(CertificationProfile own) throws Exception {
    Bundle.sealed(
        bundle, Bundle.results(Bundle.all(own, Outcome.PASSED, "tor1"), false, "tor1"), key);
    Files.writeString(bundle.resolve(CertificationProfile.FILE), Certification.json(own));
    new StatedStanding(
            own.name(), own.version(), true, List.of(), List.of(), key.verifying().fingerprint())
        .write(bundle);
    Seal.put(bundle, key);
  }
}
