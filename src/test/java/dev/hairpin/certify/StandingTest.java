package dev.hairpin.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.report.CheckResult;
import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {
  private final CertificationProfile profile;

  StandingTest() throws Exception {
    profile = CertificationProfile.current();
  }

  private Standing of(List<CheckResult> checks, boolean interrupted, String... uplinks) {
    return Standing.of(profile, Bundle.results(checks, interrupted, uplinks), List.of());
  }

  @Test
  void isCertifiedWhenEveryCheckPassedOnEveryUplink() {
    Standing standing =
        of(Bundle.all(profile, Outcome.PASSED, "tor1", "tor2"), false, "tor1", "tor2");
    assertThat(standing.certified()).isTrue();
    assertThat(standing.sentence(profile))
        .isEqualTo("Certified by profile hairpin-macvtap version 4 (36 checks).");
  }

  @Test
  void aFailureThatIsWaivedDoesNotStandAgainstIt() {
    List<CheckResult> checks = new ArrayList<>(Bundle.all(profile, Outcome.PASSED, "tor1"));
    checks.set(3, Bundle.check(checks.get(3).id(), "tor1", Outcome.WAIVED));
    assertThat(of(checks, false, "tor1").certified()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "INCONCLUSIVE", "SKIPPED"})
  void oneCheckThatDidNotPassStandsAgainstIt(Outcome outcome) {
    List<CheckResult> checks = new ArrayList<>(Bundle.all(profile, Outcome.PASSED, "tor1"));
    CheckResult one = checks.get(3);
    checks.set(3, Bundle.check(one.id(), "tor1", outcome));
    Standing standing = of(checks, false, "tor1");
    assertThat(standing.certified()).isFalse();
    assertThat(standing.against())
        .singleElement()
        .asString()
        .startsWith(one.id() + " on tor1: " + outcome.id());
  }

  @Test
  void aCheckThatWasNotRunStandsAgainstIt() {
    List<CheckResult> checks = new ArrayList<>(Bundle.all(profile, Outcome.PASSED, "tor1", "tor2"));
    CheckResult last = checks.remove(checks.size() - 1);
    assertThat(of(checks, false, "tor1", "tor2").against())
        .containsExactly(last.id() + " on tor2: not run");
  }

  @Test
  void aSwitchThatWasNotRestoredStandsAgainstIt() {
    List<CheckResult> checks = new ArrayList<>(Bundle.all(profile, Outcome.PASSED, "tor1"));
    checks.add(Bundle.check("relay-restored", "tor1", Outcome.FAILED));
    assertThat(of(checks, false, "tor1").against())
        .containsExactly("relay-restored on tor1: failed (lost)");
  }

  @Test
  void anInterruptedRunIsNoCertificate() {
    assertThat(of(Bundle.all(profile, Outcome.PASSED, "tor1"), true, "tor1").against())
        .containsExactly("the run was interrupted");
  }

  @Test
  void withoutAnUplinkNothingIsCertified() {
    assertThat(of(List.of(), false).certified()).isFalse();
  }
}
