package dev.hairpin.certify;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.hairpin.report.CheckResult;
import dev.hairpin.report.Results;
import dev.hairpin.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
  private static final String KEY = "SHA256:abcdefgh";

  @TempDir Path folder;
  private final CertificationProfile profile;

  CertificateTest() throws IOException {
    profile = CertificationProfile.current();
  }

  private String text(Standing standing, Results results) throws IOException {
    Certificate.write(
        new CertificateFacts(
            profile,
            standing,
            results,
            List.of(),
            Map.of("arista-eos", "documented: built from papers"),
            Map.of("java", "17"),
            KEY,
            "0123abcd"),
        folder);
    StringBuilder text = new StringBuilder();
    PdfReader reader = new PdfReader(folder.resolve(Certificate.FILE).toString());
    try {
      assertThat(reader.getNumberOfPages()).isBetween(1, 2);
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(extractor.getTextFromPage(page)).append(' ');
      }
    } finally {
      reader.close();
    }
    return text.toString().replaceAll("\\s+", " ");
  }

  @Test
  void saysWhatIsCertifiedByWhatAndForWhom() throws Exception {
    Results results =
        Bundle.results(Bundle.all(profile, Outcome.PASSED, "tor1", "tor2"), false, "tor1", "tor2");
    String text = text(Standing.of(profile, results, List.of()), results);
    assertThat(text)
        .startsWith("Certificate")
        .contains("Certified by profile hairpin-macvtap version 4")
        .contains("rack12", "20261125-180000-1a2b", "driver ixgbe", "Ethernet7")
        .contains("documented: built from papers")
        .contains("Arista EOS ??")
        .contains(KEY)
        .contains(profile.checks());
  }

  @Test
  void whatStandsAgainstItComesBeforeTheMatrix() throws Exception {
    List<CheckResult> checks = new ArrayList<>(Bundle.all(profile, Outcome.PASSED, "tor1"));
    checks.set(0, Bundle.check(checks.get(0).id(), "tor1", Outcome.FAILED));
    checks.set(1, Bundle.check(checks.get(1).id(), "tor1", Outcome.INCONCLUSIVE));
    checks.remove(2);
    Results results = Bundle.results(checks, false, "tor1");
    Standing standing =
        new Standing(
            Standing.of(profile, results, List.of()).against(),
            List.of("mixed-modes on tor1: lost, accepted: so be it"));
    String text = text(standing, results);
    assertThat(text).startsWith("No certificate Not certified by profile").contains("not run");
    assertThat(text.substring(0, text.indexOf("Matrix")))
        .contains(checks.get(0).id() + " on tor1: failed (lost)")
        .contains(checks.get(1).id() + " on tor1: inconclusive")
        .contains("mixed-modes on tor1: lost, accepted: so be it");
  }

  @Test
  void twoPagesAreEnoughWhenEverythingFails() throws Exception {
    Results results = Bundle.results(Bundle.all(profile, Outcome.FAILED, "tor1"), false, "tor1");
    String text = text(Standing.of(profile, results, List.of()), results);
    assertThat(text).contains("and 24 more, in the matrix");
  }
}
