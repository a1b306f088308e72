package dev.hairpin.run;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.report.Account;
import dev.hairpin.report.EvidenceFile;
import dev.hairpin.steps.FinishedCheck;
import dev.hairpin.verdict.Trial;
import dev.hairpin.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes what each check saw into the run's folder. */
final class Evidence {
  private final Path folder;
  private final String version;
  private final CheckResults results;

  Evidence(Path folder, String version, CheckResults results) {
    this.folder = folder;
    this.version = version;
    this.results = results;
  }

  /**
   * Writes one check's evidence: all that was seen while it ran, other uplinks' probes apart, and
   * late copies of its own.
   *
   * <p>With it goes what it takes to judge the check again: everything that was recorded, whether a
   * frame shows it or not.
   *
   * @return the file's path relative to the run's folder
   */
  String write(UplinkSession uplink, FinishedCheck check, Verdict verdict) throws IOException {
    String name = EvidenceName.of(check.id(), uplink.uplink().name(), results.uplinks());
    Map<Integer, String> titles = new HashMap<>();
    // One that saw nothing is there too: that it was watched is what proves an absence.
    Set<CapturePoint> points = new LinkedHashSet<>(check.points());
    for (Trial trial : check.record().trials()) {
      titles.put(trial.probe().number(), trial.title());
      points.addAll(trial.watched());
    }
    Account account = account(uplink, check);
    EvidenceFile.write(
        folder.resolve(name),
        new EvidenceFile.About(
            version,
            check.id() + " on " + uplink.uplink().name(),
            verdict.outcome().id() + ": " + verdict.reason(),
            account.json()),
        List.copyOf(points),
        sightings(uplink, check),
        sighting -> comment(sighting, titles),
        dropped(points, account));
    return name;
  }

  private static Map<CapturePoint, Long> dropped(Set<CapturePoint> points, Account account) {
    Map<CapturePoint, Long> dropped = new HashMap<>();
    for (CapturePoint each : points) {
      Long frames = account.dropped().get(each.name());
      if (frames != null) {
        dropped.put(each, frames);
      }
    }
    return dropped;
  }

  private Account account(UplinkSession uplink, FinishedCheck check) {
    return new Account(
        Account.FORMAT,
        check.id(),
        uplink.uplink().name(),
        uplink.log().run(),
        check.firstSighting(),
        check.endSighting(),
        results.day(),
        results.waivers(check),
        check.record().entries(),
        check.record().notes());
  }

  private static List<Sighting> sightings(UplinkSession uplink, FinishedCheck check) {
    List<Sighting> all = uplink.log().from(check.firstSighting());
    int during = (int) (check.endSighting() - check.firstSighting());
    return Stream.concat(
            all.stream().limit(during),
            uplink.log().marked(check.endSighting(), check.record()::sent).stream())
        .toList();
  }

  private static Optional<String> comment(Sighting sighting, Map<Integer, String> titles) {
    return sighting
        .mark()
        .map(
            mark ->
                switch (mark.role()) {
                  case PROBE ->
                      "probe "
                          + mark.number()
                          + ": "
                          + titles.getOrDefault(mark.number(), "timing or another check's")
                          + (mark.intact() ? "" : " (altered)");
                  case FENCE -> "fence " + mark.number();
                  case ANSWER -> "answer to a fence, or an announcement, " + mark.number();
                });
  }
}
