package dev.hairpin.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run's folder looked at again by somebody who wasn't there: its files against the checksums, and
 * every verdict against the evidence that it has to follow from.
 *
 * @param files what the checksums say
 * @param checks each check, judged again
 * @param faults what is wrong beside: figures that don't follow from the verdicts, evidence that
 *     belongs to none
 */
public record Reexamination(
    @JsonUnwrapped ReportVerify.Verification files, List<Rejudged> checks, List<String> faults) {

  /**
   * Looks.
   *
   * @throws IOException where the folder, its checksums or its results can't be read at all
   */
  public static Reexamination of(Path named) throws IOException {
    Path folder = named.toRealPath();
    ReportVerify.Verification files = ReportVerify.of(folder);
    if (!Files.exists(folder.resolve(ResultsJson.NAME))) {
      return new Reexamination(files, List.of(), List.of(ResultsJson.NAME + " is missing"));
    }
    Results results;
    try {
      results = ResultsJson.read(folder);
    } catch (IOException unreadable) {
      return new Reexamination(
          files, List.of(), List.of(PlainText.line(String.valueOf(unreadable.getMessage()))));
    }
    List<Rejudged> checks =
        results.checks().stream().map(each -> Rejudging.of(folder, each)).toList();
    List<String> faults = new ArrayList<>(Figuring.faults(results, checks));
    faults.addAll(unclaimed(folder, results));
    return new Reexamination(files, checks, faults);
  }

  /** A check taken out of the results would leave its evidence behind. */
  private static List<String> unclaimed(Path folder, Results results) throws IOException {
    List<String> claimed =
        results.checks().stream().flatMap(each -> each.evidence().stream()).toList();
    Set<String> twice =
        claimed.stream()
            .filter(each -> claimed.indexOf(each) != claimed.lastIndexOf(each))
            .collect(Collectors.toCollection(TreeSet::new));
    return Stream.concat(
            Sha256Sums.files(folder).keySet().stream()
                .filter(each -> each.endsWith(".pcapng") && !claimed.contains(each))
                .map(each -> each + " is the evidence of no check in the results"),
            twice.stream().map(each -> each + " is the evidence of more than one check"))
        .toList();
  }

  /** Whether the folder is as it was written, and every verdict follows again. */
  public boolean sound() {
    return wrong() == 0;
  }

  /** How many things are not as they were written, or don't follow. */
  public int wrong() {
    return files.wrong()
        + faults.size()
        + (int) checks.stream().filter(each -> each.fault().isPresent()).count();
  }

  /** For a person: what is wrong, then what each verdict rests on. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(files.lines());
    for (Rejudged each : checks) {
      each.fault().ifPresent(fault -> lines.add("differs     %s: %s".formatted(name(each), fault)));
    }
    faults.forEach(each -> lines.add("differs     " + each));
    for (Rejudged each : with(Rejudged.Basis.BOTH)) {
      lines.add(
          "in part     %s: %s from frames, %s"
              .formatted(
                  name(each), Figures.count(each.fromFrames(), "statement"), each.wordsPhrase()));
    }
    for (Rejudged each : with(Rejudged.Basis.WORDS)) {
      lines.add("on words    %s: no frame shows it: %s".formatted(name(each), each.wordsPhrase()));
    }
    lines.add(sentence());
    return lines;
  }

  private String sentence() {
    int differing = (int) checks.stream().filter(each -> each.fault().isPresent()).count();
    return "%d of %s follow again from the frames alone, %d from frames and recorded words, %d from recorded words alone"
            .formatted(
                with(Rejudged.Basis.FRAMES).size(),
                Figures.count(checks.size(), "verdict"),
                with(Rejudged.Basis.BOTH).size(),
                with(Rejudged.Basis.WORDS).size())
        + (differing == 0 ? "" : "; %d do not follow".formatted(differing))
        + (faults.isEmpty() ? "" : "; figures or files don't belong to the verdicts");
  }

  private List<Rejudged> with(Rejudged.Basis basis) {
    return checks.stream().filter(each -> each.fault().isEmpty() && each.basis() == basis).toList();
  }

  private static String name(Rejudged check) {
    return check.check() + " on " + check.uplink();
  }
}
