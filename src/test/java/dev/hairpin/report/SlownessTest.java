package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlownessTest {
  private static final List<Double> STEADY = List.of(400.0, 402.0, 398.0, 401.0, 399.0);
  private static final List<Double> NOISY = List.of(400.0, 700.0, 300.0, 500.0, 200.0, 650.0);

  @ParameterizedTest
  @CsvSource({"100,140,false", "100,201,true", "10,55,false", "10,61,true", "300,590,false"})
  void withoutAHistoryATimeHasToDouble(double before, double after, boolean slower) {
    assertThat(found(before, after, List.of())).isEqualTo(slower);
    assertThat(found(before, after, List.of(1.0, 1.0, 1.0, 1.0))).isEqualTo(slower);
  }

  @ParameterizedTest
  @CsvSource({"490,false", "510,true"})
  void aSteadyTimeIsSlowerByAQuarter(double after, boolean slower) {
    assertThat(found(400, after, STEADY)).isEqualTo(slower);
  }

  @Test
  void aNoisyTimeIsGivenItsScatter() {
    assertThat(found(400, 1500, NOISY)).isFalse();
    assertThat(found(400, 2500, NOISY)).isTrue();
  }

  @Test
  void anEarlierRunThatWasSlowByChanceHidesNothing() {
    assertThat(found(5000, 900, STEADY)).isTrue();
  }

  @Test
  void measurementsCountWhereTheyAreTimes() {
    CheckResult before = Example.with(Map.of("one-way-us-p99", 100.0, "frames-a-second", 10.0));
    CheckResult after = Example.with(Map.of("one-way-us-p99", 900.0, "frames-a-second", 9000.0));
    assertThat(new Slowness(EarlierFigures.NONE).of(before, after))
        .extracting(Comparison.Slower::figure)
        .containsExactly("one-way-us-p99");
  }

  @Test
  void aComparisonTellsItAndBreaksNothing() {
    Comparison comparison =
        ReportCompare.of(
            Example.run(Example.took("vepa-a", 100)), Example.run(Example.took("vepa-a", 900)));
    assertThat(comparison.slower()).hasSize(1);
    assertThat(comparison.same()).isEqualTo(1);
    assertThat(comparison.anythingBroke()).isFalse();
    assertThat(ReportCompare.lines(comparison, false))
        .contains("  duration-ms 100 -> 900; up to 200 is noise, for want of a history")
        .allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(80));
  }

  private static boolean found(double before, double after, List<Double> earlier) {
    return !new Slowness((check, uplink, figure) -> earlier)
        .of(Example.took("vepa-a", before), Example.took("vepa-a", after))
        .isEmpty();
  }
}
