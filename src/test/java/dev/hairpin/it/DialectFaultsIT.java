package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.dialect.Device;
import dev.hairpin.dialect.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines that say no, lie, hang or vanish: the right outcome and exit status for each. */
class DialectFaultsIT {
  private static final String CHECK = "relay-on-takes-effect";

  @TempDir private Path folder;

  private DialectLab.Outcome ends(DialectLab lab, int exit, String outcome) throws Exception {
    DialectLab.Outcome run = lab.run("@" + CHECK);
    run.finished().exits(exit);
    assertThat(run.report().outcomes()).isEqualTo(Map.of(CHECK, outcome));
    lab.assertUntouched();
    return run;
  }

  @ParameterizedTest
  @CsvSource({
    "JUNOS, LOCKED, failed config-refused, locked by",
    "HUAWEI, LOCKED, failed config-refused, locked by",
    "JUNOS, COMMIT_FAILS, failed config-refused, could not open configuration database",
    "HUAWEI, COMMIT_FAILS, failed config-refused, Failed to generate committed config",
    "NEXUS, UNPRIVILEGED, failed config-refused, Permission denied",
    "CATALYST, UNPRIVILEGED, failed config-refused, Command authorization failed",
    "ARISTA, NOT_APPLIED, failed config-not-applied, off",
    "COMWARE, READBACK_LIES, failed config-untrue, reflect"
  })
  void theSwitchIsBlamed(Vendor vendor, Fault fault, String outcome, String said) throws Exception {
    try (DialectLab lab = DialectLab.up(vendor, folder).with(fault)) {
      DialectLab.Outcome run = ends(lab, 1, outcome);
      assertThat(run.report().check(CHECK).get("reason").asText()).contains(said);
    }
  }

  @Test
  void aSessionThatDropsIsOpenedOnceMoreAndTheStateReadFirst() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.NEXUS, folder).with(Fault.DROPS_ONCE)) {
      ends(lab, 0, "passed");
      assertThat(lab.device().dropped).isEqualTo(1);
      int drop = lab.device().commands.indexOf("no switchport virtual-ethernet-bridge");
      assertThat(lab.device().commands.subList(drop + 1, lab.device().commands.size()))
          .as("commands after the drop, but for those that open a session")
          .filteredOn(each -> !each.isEmpty() && !each.startsWith("terminal "))
          .first()
          .isEqualTo("show running-config interface " + Vendor.NEXUS.uplink);
    }
  }

  @ParameterizedTest
  @CsvSource({"DROPS_ALWAYS", "SILENT"})
  void nobodyCanTell(Fault fault) throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ARISTA, folder).with(fault)) {
      ends(lab, 3, "inconclusive");
    }
  }

  @ParameterizedTest
  @CsvSource({"NEXUS, Eth1/1", "JUNOS, ge-0/0/1.0", "COMWARE, XGE1/0/1"})
  void aCableInAnotherPortIsSeenInTheMacTable(Vendor vendor, String real) throws Exception {
    try (DialectLab lab = DialectLab.up(vendor, folder).naming(vendor.upstream)) {
      DialectLab.Outcome run = ends(lab, 3, "inconclusive");
      assertThat(run.report().check(CHECK).get("reason").asText())
          .contains("is not plugged into port " + vendor.upstream)
          .contains("learned its address on port " + real);
    }
  }

  private void ends(DialectLab lab, String... said) throws Exception {
    assertThat(ends(lab, 3, "inconclusive").report().check(CHECK).get("reason").asText())
        .contains(said);
  }

  @ParameterizedTest
  @CsvSource({"CATALYST, Port-channel1, Po1", "COMWARE, Bridge-Aggregation1, BAGG1"})
  void aMembersNameWhereTheTableNamesTheAggregate(Vendor vendor, String aggregate, String shown)
      throws Exception {
    try (DialectLab lab = DialectLab.up(vendor, folder).bundled(aggregate)) {
      ends(
          lab,
          "on port " + shown,
          "write 'port: \"%s\"' for uplink tor1".formatted(aggregate),
          "Nothing was changed on any port");
    }
  }

  @ParameterizedTest
  @CsvSource({"CATALYST, Port-channel1", "COMWARE, Bridge-Aggregation1"})
  void anAggregatesName(Vendor vendor, String aggregate) throws Exception {
    try (DialectLab lab = DialectLab.up(vendor, folder).bundled(aggregate).naming(aggregate)) {
      ends(lab, 0, "passed");
    }
  }

  @Test
  void anAggregatesNameWhereThePortIsNotBundled() throws Exception {
    try (DialectLab lab =
        DialectLab.up(Vendor.CATALYST, folder)
            .withUnusedPort("Port-channel1")
            .naming("Port-channel1")) {
      ends(lab, "write 'port: \"GigabitEthernet1/0/1\"' for uplink tor1", "is bundled in");
    }
  }

  @Test
  void aSlowOneWorks() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.CATALYST, folder).with(Fault.SLOW)) {
      ends(lab, 0, "passed");
    }
  }

  @Test
  void aWrongHostKeyIsToldNoPassword() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ARISTA, folder)) {
      String key = lab.key();
      lab.withKey(key.substring(0, key.length() - 1) + (key.endsWith("A") ? "Q" : "A"));
      ends(lab, 3, "inconclusive");
      assertThat(lab.device().passwords).isEmpty();
      assertThat(lab.device().logins).isZero();
    }
  }

  @Test
  void aRefusedLogin() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ARISTA, folder).withPassword("falsch-7")) {
      DialectLab.Outcome run = ends(lab, 3, "inconclusive");
      assertThat(run.report().text("transcript.log")).doesNotContain("falsch-7");
    }
  }

  @Test
  void aRefusedEnable() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ARISTA, folder).withEnable("falsch-8")) {
      DialectLab.Outcome run = ends(lab, 3, "inconclusive");
      assertThat(lab.device().passwords).contains(Device.PASSWORD, "falsch-8");
      assertThat(run.report().text("transcript.log")).doesNotContain("falsch-8");
    }
  }
}
