package dev.hairpin.certify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hairpin.report.Reexamination;
import dev.hairpin.report.Rejudged;
import dev.hairpin.report.Results;
import dev.hairpin.run.Enclosures;
import dev.hairpin.run.Interruption;
import dev.hairpin.run.Progress;
import dev.hairpin.run.Run;
import dev.hairpin.run.RunOptions;
import dev.hairpin.run.UsageException;
import dev.hairpin.switches.Profile;
import dev.hairpin.switches.ProfileReader;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A run of the certification profile, made into a bundle that shows for itself what it says. */
public final class Certification {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Certification() {}

  /**
   * What a certification was asked for.
   *
   * @param lab a lab file's path or a built-in lab's name
   * @param features the shipped scenarios
   * @param out the bundle's folder; {@code reports/RUN-ID} where left out
   * @param reports the folder that holds the folders of all runs
   * @param version the program's
   */
  public record Request(
      String lab, Path features, Optional<Path> out, Path reports, String version) {}

  /**
   * What came of it.
   *
   * @param sentence whether it is certified, and by what
   * @param fingerprint of the key that signed it
   */
  public record Made(
      Run.Finished finished, Standing standing, String sentence, String fingerprint) {}

  /**
   * Makes the run and the bundle.
   *
   * @throws IOException when the lab could not be brought up, or the bundle not be written
   */
  public static Made of(
      Request request, SigningKey key, Progress progress, Interruption interruption)
      throws UsageException, FaultyFileException, IOException, InterruptedException {
    CertificationProfile profile = CertificationProfile.current();
    progress.note("certification by profile " + profile);
    Run.Finished finished =
        Run.of(
            new RunOptions(
                request.lab(),
                Optional.empty(),
                1,
                Optional.of(CertificationProfile.TAG),
                request.features(),
                false,
                request.out(),
                request.reports(),
                false,
                request.version(),
                true),
            progress,
            interruption);
    progress.phase("judging again from the evidence, and signing");
    return seal(profile, finished, key);
  }

  private static Made seal(CertificationProfile profile, Run.Finished finished, SigningKey key)
      throws IOException {
    Path bundle = finished.folder();
    Results results = finished.results();
    Reexamination again = Reexamination.of(bundle);
    Standing standing = standing(profile, results, again);
    String fingerprint = key.verifying().fingerprint();
    Map<String, String> versions = Versions.of(results);
    CertificationProfile.write(bundle);
    Files.writeString(bundle.resolve(Versions.FILE), json(versions));
    StatedStanding.of(profile, standing, fingerprint).write(bundle);
    Certificate.write(
        new CertificateFacts(
            profile,
            standing,
            results,
            again.checks(),
            profiles(bundle),
            versions,
            fingerprint,
            digest(bundle.resolve("results.json"))),
        bundle);
    Seal.put(bundle, key);
    return new Made(finished, standing, standing.sentence(profile), fingerprint);
  }

  /** A verdict that doesn't follow from its own evidence certifies nothing. */
  static Standing standing(CertificationProfile profile, Results results, Reexamination again) {
    Standing standing = Standing.of(profile, results, again.checks());
    List<String> against = new ArrayList<>(standing.against());
    for (Rejudged each : again.checks()) {
      each.fault()
          .ifPresent(
              fault -> against.add("%s on %s: %s".formatted(each.check(), each.uplink(), fault)));
    }
    against.addAll(again.faults());
    return new Standing(against, standing.waived());
  }

  private static Map<String, String> profiles(Path bundle) throws IOException {
    Map<String, String> standings = new LinkedHashMap<>();
    Path folder = bundle.resolve(Enclosures.PROFILES);
    if (!Files.isDirectory(folder)) {
      return standings;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.sorted().toList()) {
        try {
          Profile profile = ProfileReader.read(each);
          standings.put(profile.name(), standing(profile));
        } catch (FaultyFileException masked) {
          standings.put(String.valueOf(each.getFileName()), "can't be read");
        }
      }
    }
    return standings;
  }

  private static String standing(Profile profile) {
    return switch (profile.standing()) {
      case VERIFIED -> "verified on " + profile.verifiedOn().orElse("an unnamed system");
      case DOCUMENTED ->
          "documented: built from the vendor's papers, not verified on the system itself";
    };
  }

  static String json(Object value) throws IOException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  private static String digest(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
