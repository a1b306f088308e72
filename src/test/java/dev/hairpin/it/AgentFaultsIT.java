package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.dialect.Fault;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents that say no, lie or fall silent: the right outcome and exit status for each. */
class AgentFaultsIT {
  private static final String CHECK = "relay-on-takes-effect";

  @TempDir private Path folder;

  private static String ends(DialectLab lab, int exit, String outcome) throws Exception {
    DialectLab.Outcome run = lab.run("@" + CHECK);
    run.finished().exits(exit);
    assertThat(run.report().outcomes()).containsEntry(CHECK, outcome);
    assertThat(run.report().outcomes().values()).containsOnly(outcome);
    return run.report().check(CHECK).path("reason").asText();
  }

  @ParameterizedTest
  @CsvSource({
    "ENOS, UNPRIVILEGED, failed config-refused, noAccess",
    "ENOS, NOT_WRITABLE, failed config-refused, notWritable",
    "EVB_AGENT, WRONG_VALUE, failed config-refused, wrongValue",
    "ENOS, COMMIT_FAILS, failed config-refused, Error: apply failed",
    "EVB_AGENT, COMMIT_FAILS, failed config-refused, means that it failed",
    "ENOS, NOT_APPLIED, failed config-not-applied, off",
    "ENOS, READBACK_LIES, failed config-untrue, reflect",
    "ENOS, FORGETS, failed config-not-applied, the switch does not keep what is set"
  })
  void theSwitchIsBlamed(Vendor vendor, Fault fault, String outcome, String said) throws Exception {
    try (DialectLab lab = DialectLab.up(vendor, folder).with(fault)) {
      assertThat(ends(lab, 1, outcome)).contains(said);
      lab.assertUntouched();
    }
  }

  @Test
  void anAnswerThatIsLostIsNoSecondSetting() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ENOS, folder).with(Fault.DROPS_ONCE)) {
      ends(lab, 0, "passed");
      assertThat(lab.device().dropped).isEqualTo(1);
      lab.assertUntouched();
    }
  }

  @Test
  void theVendorsObjectsAreNotSeen() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ENOS, folder).with(Fault.UNSEEN)) {
      assertThat(ends(lab, 3, "inconclusive")).contains("view");
      lab.assertUntouched();
    }
  }

  /** What it was asked for last, nobody knows; what is left is put back once it answers again. */
  @Test
  void silenceInTheMiddle() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ENOS, folder).with(Fault.SILENT)) {
      assertThat(ends(lab, 3, "inconclusive")).contains("no answer to", "answered before");
      lab.with(Fault.NONE).restore().exits(0);
      lab.assertUntouched();
    }
  }

  @Test
  void somebodyElseSetsThePort() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ENOS, folder).with(Fault.SET_BY_ANOTHER)) {
      assertThat(ends(lab, 3, "inconclusive"))
          .contains("set on again, it stayed so", "by somebody else");
      lab.assertUntouched();
    }
  }

  /** Without ifStackTable, names alone tell that one may be the other's member. */
  @Test
  void aMembersNameWhereTheAgentNamesTheAggregate() throws Exception {
    try (DialectLab lab =
        DialectLab.up(Vendor.CATALYST_AND_AGENT, folder).bundled("Port-channel1")) {
      assertThat(ends(lab, 3, "inconclusive"))
          .contains("on port Po1", "write 'port: \"Port-channel1\"' for uplink tor1");
      lab.assertUntouched();
    }
  }

  /** LLDP names the member, the lab file the aggregate: both are right. */
  @Test
  void anAggregatesNameWhereLldpNamesItsMember() throws Exception {
    try (DialectLab lab =
        DialectLab.up(Vendor.CATALYST_AND_AGENT, folder)
            .bundled("Port-channel1")
            .naming("Port-channel1")) {
      lab.device().neighbours.put("GigabitEthernet1/0/1", lab.nicAddress());
      ends(lab, 0, "passed");
      lab.assertUntouched();
    }
  }

  /** LLDP names another port than the lab file: nothing is done. */
  @Test
  void anotherPortByLldp() throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.CATALYST_AND_AGENT, folder)) {
      lab.device().neighbours.put("GigabitEthernet1/0/2", lab.nicAddress());
      assertThat(ends(lab, 3, "inconclusive")).contains("by LLDP, port Gi1/0/2");
      lab.assertUntouched();
    }
  }

  private void notLetIn(UnaryOperator<DialectLab> wrong, String said) throws Exception {
    try (DialectLab lab = DialectLab.up(Vendor.ENOS, folder)) {
      assertThat(ends(wrong.apply(lab), 3, "inconclusive")).contains(said);
      lab.assertUntouched();
    }
  }

  @Test
  void anUnknownUser() throws Exception {
    notLetIn(lab -> lab.withUser("niemand"), "knows no such user");
  }

  @Test
  void aWrongAuthenticationPassword() throws Exception {
    notLetIn(lab -> lab.withAuthentication("falsch-falsch"), "authentication password");
  }

  @Test
  void aWrongPrivacyPassword() throws Exception {
    notLetIn(lab -> lab.withPrivacy("falsch-falsch"), "privacy password");
  }

  @Test
  void aWrongCommunity() throws Exception {
    notLetIn(lab -> lab.version(2).withCommunity("falsch-falsch"), "community");
  }
}
