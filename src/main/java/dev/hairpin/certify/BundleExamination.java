package dev.hairpin.certify;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hairpin.report.Reexamination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report looked at again: its files, its verdicts and, of a bundle, its signature and what it is
 * certified as.
 *
 * @param signature nothing for a report that was never signed
 * @param certificate what it is certified as; nothing for a report that is no bundle, and for one
 *     that isn't sound
 * @param differences how its certificate says something else than follows
 */
public record BundleExamination(
    @JsonUnwrapped Reexamination report,
    Optional<SealCheck> signature,
    Optional<String> certificate,
    List<String> differences) {

  /** Leaves out what nobody should read who reads that it isn't sound. */
  public BundleExamination {
    differences = List.copyOf(differences);
    certificate = count(report, signature, differences) == 0 ? certificate : Optional.empty();
  }

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
    CertificateCheck certificate = CertificateCheck.of(folder, report, signature);
    return new BundleExamination(
        report, signature, certificate.sentence(), certificate.differences());
  }

  private static int count(
      Reexamination report, Optional<SealCheck> signature, List<String> differences) {
    return report.wrong()
        + differences.size()
        + (int) signature.flatMap(SealCheck::fault).stream().count();
  }

  private int wrong() {
    return count(report, signature, differences);
  }

  /** Whether all of it is as it was written, and follows. */
  public boolean sound() {
    return wrong() == 0;
  }

  /** For a person; the last line is what it comes to. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(report.lines());
    lines.add(signature.map(SealCheck::line).orElse("signature   none: this report isn't signed"));
    differences.forEach(each -> lines.add("differs     " + each));
    certificate.ifPresent(lines::add);
    if (!sound()) {
      lines.add(notValid());
    }
    return lines;
  }

  private String notValid() {
    String made =
        signature.isPresent()
            ? "in this bundle %s as %s signed"
            : "in this report %s as %s written";
    return wrong() == 1
        ? "NOT VALID: 1 thing %s or doesn't follow; see above"
            .formatted(made.formatted("is not", "it was"))
        : "NOT VALID: %d things %s or don't follow; see above"
            .formatted(wrong(), made.formatted("are not", "they were"));
  }
}
