package dev.hairpin.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OffloadsTest {
  @Test
  void whatMergesFramesIsNamedWithTheCommandAgainstIt() {
    List<Doctor.Finding> findings =
        examine(
            """
            Features for eth3:
            rx-checksumming: on
            tcp-segmentation-offload: on
            \ttx-tcp-segmentation: on
            generic-receive-offload: on
            large-receive-offload: on
            rx-vlan-offload: off
            l2-fwd-offload: off [fixed]
            rx-gro-hw: on [fixed]
            """);
    assertThat(findings.stream().filter(each -> !each.can()).map(Doctor.Finding::mend))
        .containsExactly("ethtool -K eth3 lro off", "ethtool -K eth3 rx-gro-hw off");
    assertThat(findings.stream().filter(Doctor.Finding::can)).hasSize(1);
  }

  @Test
  void whatIsOffOrUnknownIsNotSpokenOf() {
    assertThat(examine("large-receive-offload: off [fixed]\ngeneric-receive-offload: off\n"))
        .isEmpty();
    assertThat(examine("Cannot get device feature names: No such device\n")).isEmpty();
  }

  private static List<Doctor.Finding> examine(String printed) {
    Findings findings = new Findings();
    new Offloads(printed).examine("eth3", findings);
    return findings.all();
  }
}
