package dev.hairpin.certify;

import dev.hairpin.report.CheckResult;
import dev.hairpin.report.ExitStatus;
import dev.hairpin.report.LabInfo;
import dev.hairpin.report.Rejudged;
import dev.hairpin.report.Results;
import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a run earns a certificate: every check of the profile passed on every uplink or is
 * waived, and nothing else failed or stayed undecided.
 *
 * @param against every reason why it doesn't, such as {@code vepa-fdb-stable on tor1: skipped}
 * @param waived every kind of failure that is accepted, with why
 */
public record Standing(List<String> against, List<String> waived) {
  /** Keeps copies of the lists. */
  public Standing {
    against = List.copyOf(against);
    waived = List.copyOf(waived);
  }

  /** Of a run. */
  public static Standing of(
      CertificationProfile profile, Results results, List<Rejudged> rejudged) {
    List<String> against = new ArrayList<>();
    for (LabInfo.Uplink uplink : results.lab().uplinks()) {
      for (String id : profile.checks()) {
        if (results.checks().stream()
            .noneMatch(each -> each.id().equals(id) && each.uplink().equals(uplink.name()))) {
          against.add("%s on %s: not run".formatted(id, uplink.name()));
        }
      }
    }
    results.checks().stream()
        .filter(each -> each.outcome() != Outcome.PASSED && each.outcome() != Outcome.WAIVED)
        .forEach(each -> against.add(phrase(each)));
    if (results.lab().uplinks().isEmpty()) {
      against.add("no uplink was tested");
    }
    if (results.run().exit() == ExitStatus.INTERRUPTED) {
      against.add("the run was interrupted");
    } else if (results.run().exit() != ExitStatus.GOOD && against.isEmpty()) {
      against.add("the run ended with exit status " + results.run().exit());
    }
    return new Standing(
        against,
        rejudged.stream()
            .flatMap(
                check ->
                    check.accepted().stream()
                        .map(each -> "%s on %s: %s".formatted(check.check(), check.uplink(), each)))
            .toList());
  }

  private static String phrase(CheckResult check) {
    return "%s on %s: %s%s"
        .formatted(
            check.id(),
            check.uplink(),
            check.outcome().id(),
            check.diagnosis().map(each -> " (" + each.id() + ")").orElse(""));
  }

  /** Whether it does. */
  public boolean certified() {
    return against.isEmpty();
  }

  /** In one sentence. */
  String sentence(CertificationProfile profile) {
    return sentence(profile.toString());
  }

  /** The same, with the profile in words of the caller's. */
  String sentence(String profile) {
    if (!certified()) {
      return "Not certified by profile %s: %s."
          .formatted(profile, against.size() == 1 ? "one reason" : against.size() + " reasons");
    }
    return "Certified by profile %s%s."
        .formatted(
            profile,
            waived.isEmpty()
                ? ""
                : ", with %s"
                    .formatted(
                        waived.size() == 1
                            ? "one kind of failure waived"
                            : waived.size() + " kinds of failure waived"));
  }
}
