package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.dialect.DialectAgent;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every relay and VEPA check without guests, through each vendor's SNMP objects alone. */
class AgentDialectsIT {
  private static final String BARE = "(@relay or @vepa) and not @guest";
  private static final String SHORT =
      "@relay-on-takes-effect or @relay-off-takes-effect or @vepa-visible-to-switch or @vepa-fdb-stable";

  @TempDir private Path folder;

  @Test
  void aCommunityIsEnough() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ENOS, folder).version(2)) {
      DialectLab.Outcome run = lab.run(SHORT);
      run.finished().exits(0);
      assertThat(run.report().outcomes().values()).hasSize(4).containsOnly("passed");
      assertThat(run.report().text("transcript.log")).doesNotContain(DialectAgent.COMMUNITY);
      lab.assertUntouched();
    }
  }

  @Test
  void whatIsSavedIsInForceAndTheBackupIsLeftAlone() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ENOS, folder)) {
      lab.byHand("on", "--save").exits(0);
      assertThat(lab.device().saved).contains("17 true").contains("18 false");
      assertThat(lab.device().backup).isEmpty();
      lab.byHand("off").exits(0);
      assertThat(lab.device().saved).contains("17 true");
      lab.assertUntouched();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ENOS", "EVB_AGENT"})
  void everyRelayAndVepaCheckPasses(Vendor vendor) throws Exception {
    try (DialectLab lab = DialectLab.up(vendor, folder)) {
      DialectLab.Outcome run = lab.run(BARE);
      run.finished().exits(0);
      // The bridge speaks spanning tree, so its group address isn't forwarded.
      Map<String, String> passed =
          new TreeMap<>(
              Expected.honest()
                  .withoutGuests()
                  .withoutFilter()
                  .but("passed", "vepa-link-local-not-reflected")
                  .outcomes());
      passed.keySet().removeIf(each -> !each.startsWith("relay-") && !each.startsWith("vepa-"));
      assertThat(run.report().outcomes()).isEqualTo(passed);
      assertThat(run.report().text("transcript.log"))
          .contains("SET ")
          .doesNotContain(DialectAgent.AUTHENTICATION, DialectAgent.PRIVACY);
      assertThat(run.finished().err()).doesNotContain("could not be confirmed");
      lab.assertUntouched();
    }
  }
}
