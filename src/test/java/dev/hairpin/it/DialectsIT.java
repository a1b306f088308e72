package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.dialect.Device;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every relay and VEPA check without guests, through each vendor's command line. */
class DialectsIT {
  private static final String BARE = "(@relay or @vepa) and not @guest";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ENOS", "EVB_AGENT", "CATALYST_AND_AGENT"})
  void everyRelayAndVepaCheckPasses(Vendor vendor) throws Exception {
    try (DialectLab lab = DialectLab.up(vendor, folder)) {
      DialectLab.Outcome run = lab.run(BARE);
      run.finished().exits(0);
      // No SNMP: nothing but the wire and the command line tells. The bridge speaks spanning tree,
      // so its group address isn't forwarded.
      Map<String, String> passed =
          new TreeMap<>(
              Expected.honest()
                  .withoutGuests()
                  .withoutFilter()
                  .but("skipped", "vepa-visible-to-switch")
                  .but("passed", "vepa-link-local-not-reflected")
                  .outcomes());
      passed.keySet().removeIf(each -> !each.startsWith("relay-") && !each.startsWith("vepa-"));
      assertThat(run.report().outcomes()).isEqualTo(passed);
      assertThat(run.report().text("transcript.log"))
          .contains(vendor.uplink)
          .doesNotContain(Device.PASSWORD, Device.ENABLE);
      assertThat(run.finished().err()).doesNotContain("cable");
      lab.assertUntouched();
    }
  }
}
