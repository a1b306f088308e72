package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certification of the embedded lab, looked at again by a program that wasn't there. */
class CertifyIT {
  @TempDir private Path folder;

  @Test
  void aBundleShowsForItselfWhatItSays() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path bundle = folder.resolve("bundle");
      String history = "--history=" + folder.resolve("history");
      Command.Finished made =
          hairpin.run("certify", "--quiet", "--zip", history, "--out=" + bundle).exits(0);
      RunReport report = RunReport.read(bundle);
      assertThat(made.out()).doesNotContain("vepa-unicast-reflected");
      assertThat(hairpin.run("report", "history", history).exits(0).out()).contains(report.runId());
      assertThat(hairpin.run("certify", "--out", bundle.toString()).exits(2).err())
          .contains("holds a signed report");
      assertThat(report.outcomes()).isEqualTo(expectedOf(report));
      assertThat(made.out()).contains("Certified by profile hairpin-macvtap version 4 (36 checks)");
      keyIsTheOwners(made);
      secretsAreOut(report);
      opensslAgrees(bundle);
      everyVerdictFollows(hairpin, bundle);
      hairpin.run("report", "verify", bundle + ".zip").exits(0);
      forgeriesAreFound(hairpin, bundle);
      assertThat(hairpin.runsLeft()).isEmpty();
      Leftovers.assertNone(report.runId());
    }
  }

  /** Those of the profile, which are not all that a run has. */
  private static Map<String, String> expectedOf(RunReport report) throws Exception {
    Map<String, String> expected = new TreeMap<>(Expected.honest().outcomes());
    List<String> profile = new ArrayList<>();
    RunReport.parse(report.text("certification-profile.json"))
        .get("checks")
        .forEach(each -> profile.add(each.asText()));
    expected.keySet().retainAll(profile);
    assertThat(expected).hasSameSizeAs(profile);
    return expected;
  }

  private void keyIsTheOwners(Command.Finished made) throws Exception {
    Path key = folder.resolve("state/keys/certify.pem");
    assertThat(made.err()).contains("made the key " + key);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  private static void secretsAreOut(RunReport report) throws Exception {
    assertThat(report.text("lab.yaml")).contains("lab: \"embedded\"").contains("waivers:");
    assertThat(report.text("switch-profiles/linux-bridge.yaml")).contains("standing: verified");
    assertThat(report.text("versions.json")).contains("iproute2", "libpcap", "library sshj");
    for (String each : List.of("lab.yaml", "transcript.log", "versions.json")) {
      assertThat(report.text(each)).as(each).doesNotContain("PRIVATE KEY");
    }
    byte[] certificate = Files.readAllBytes(report.folder().resolve("certificate.pdf"));
    assertThat(new String(certificate, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  /** What signed it is no secret of this program. */
  private static void opensslAgrees(Path bundle) throws Exception {
    Command.run(
        "sh",
        "-c",
        "cd \"$1\" && sha256sum --check --strict --quiet SHA256SUMS && openssl pkeyutl -verify"
            + " -pubin -inkey signing-key.pub -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig",
        "sh",
        bundle.toString());
  }

  private static void everyVerdictFollows(Hairpin hairpin, Path bundle) throws Exception {
    Command.Finished seen =
        hairpin
            .run(
                "report",
                "verify",
                "--json",
                "--key",
                bundle.resolve("signing-key.pub").toString(),
                bundle.toString())
            .exits(0);
    JsonNode json = RunReport.parse(seen.out());
    assertThat(json.get("checks")).hasSize(36);
    assertThat(json.get("checks"))
        .allSatisfy(each -> assertThat(each.get("fault").isNull()).as("%s", each).isTrue())
        .filteredOn(each -> each.get("from-frames").asInt() == 0)
        .extracting(each -> each.get("check").asText())
        .containsExactlyInAnyOrder("passthru-is-alone", "host-nic-not-promiscuous");
  }

  private static void forgeriesAreFound(Hairpin hairpin, Path bundle) throws Exception {
    Path evidence = bundle.resolve("evidence/vepa-unicast-reflected-tor1.pcapng");
    byte[] bytes = Files.readAllBytes(evidence);
    bytes[bytes.length / 2] ^= 1;
    Files.write(evidence, bytes);
    assertThat(hairpin.run("report", "verify", bundle.toString()).exits(1).out())
        .contains("changed     evidence/vepa-unicast-reflected-tor1.pcapng");

    Path results = bundle.resolve("results.json");
    Files.writeString(
        results,
        Files.readString(results).replace("\"outcome\" : \"waived\"", "\"outcome\" : \"passed\""));
    Command.run(
        "sh",
        "-c",
        "cd \"$1\" && find . -type f ! -name 'SHA256SUMS*' -printf '%P\\n' | sort | xargs sha256sum >sums && sed -i '/  sums$/d' sums && mv sums SHA256SUMS",
        "sh",
        bundle.toString());
    assertThat(hairpin.run("report", "verify", bundle.toString()).exits(1).out())
        .doesNotContain("changed")
        .contains("signature   bad")
        .contains("private-unicast-isolated on tor1: stated as passed (isolation-leak)");
  }
}
