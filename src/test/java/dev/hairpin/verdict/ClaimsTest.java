package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.CapturePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
  private static final CapturePoint POINT =
      new CapturePoint("host eth3 in", CapturePoint.Kind.NIC_IN);

  @ParameterizedTest
  @CsvSource({
    "SENDER, returned-to-sender",
    "ISOLATED, isolation-leak",
    "HOST, unexpected-reachability",
    "UPSTREAM, uplink-leak",
    "BYSTANDER, duplicate",
    "ADDRESSEE, unwanted-reflection"
  })
  void whoReceivedItSaysWhatIsWrong(Claims.Stranger stranger, String diagnosis) {
    assertThat(Claims.received(stranger).id()).isEqualTo(diagnosis);
  }

  @Test
  void aMissingReflectionAndAnUnwantedOneAreDifferentThings() {
    assertThat(Claims.comesBack(POINT).tooFew()).isEqualTo(Diagnosis.NO_REFLECTION);
    assertThat(Claims.comesBack(POINT).tooMany()).isEqualTo(Diagnosis.DUPLICATE);
    assertThat(Claims.staysAway(POINT).tooMany()).isEqualTo(Diagnosis.UNWANTED_REFLECTION);
    assertThat(Claims.staysAway(POINT).quantity()).isEqualTo(Quantity.none());
  }

  @Test
  void aSwitchThatSaysOtherThanItDoesIsUntrueEitherWay() {
    assertThat(Claims.reflectionIsTrue(POINT, true).quantity()).isEqualTo(Quantity.exactly(1));
    assertThat(Claims.reflectionIsTrue(POINT, true).tooFew()).isEqualTo(Diagnosis.CONFIG_UNTRUE);
    assertThat(Claims.reflectionIsTrue(POINT, false).quantity()).isEqualTo(Quantity.none());
    assertThat(Claims.reflectionIsTrue(POINT, false).tooMany()).isEqualTo(Diagnosis.CONFIG_UNTRUE);
  }

  @Test
  void aFrameSentBackUpIsNoLeakOfTheHost() {
    assertThat(Claims.staysOffTheWire(POINT, true).tooMany())
        .isEqualTo(Diagnosis.UNWANTED_REFLECTION);
    assertThat(Claims.staysOffTheWire(POINT, false).tooMany()).isEqualTo(Diagnosis.UPLINK_LEAK);
  }
}
