package dev.hairpin.run;

import dev.hairpin.lab.Lab;
import dev.hairpin.lab.OpenLab;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.report.LabInfo;
import dev.hairpin.switches.Hardware;
import dev.hairpin.switches.Identity;
import dev.hairpin.switches.SwitchAccess;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was tested, for the report. */
final class LabInfos {
  private static final String UNKNOWN = "unknown";

  private LabInfos() {}

  static LabInfo of(Lab lab, OpenLab open) {
    List<LabInfo.Uplink> uplinks =
        open.uplinks().stream().map(each -> uplink(lab, open, each)).toList();
    return new LabInfo(
        lab.name(),
        new LabInfo.Host(System.getProperty("os.version"), open.accelerator().orElse("none")),
        uplinks);
  }

  private static LabInfo.Uplink uplink(Lab lab, OpenLab open, UplinkSession session) {
    Lab.Uplink uplink = session.uplink();
    SwitchAccess access = lab.switchOf(uplink);
    Hardware hardware = open.hardware(session);
    Optional<Identity> identity = open.identity(session);
    return new LabInfo.Uplink(
        uplink.name(),
        uplink.nic(),
        session.driver().orElse(UNKNOWN),
        uplink.port(),
        new LabInfo.Switch(
            access.name(),
            access.profile(),
            identity.flatMap(Identity::description).orElse(UNKNOWN),
            access.control().name().toLowerCase(Locale.ROOT),
            hardware.model(),
            hardware.version()));
  }
}
