package dev.hairpin.run;

import dev.hairpin.lab.Lab;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.switches.Identity;
import dev.hairpin.switches.LearnedAt;
import dev.hairpin.switches.PortFacts;
import dev.hairpin.switches.Reach;
import dev.hairpin.switches.Secrets;
import dev.hairpin.switches.SnmpEngine;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.switches.Transcript;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a switch can be spoken to, is what the lab file says, and has the cable where it says.
 */
final class SwitchExam {
  private final LoadedLab loaded;
  private final Map<String, MacAddress> nics;
  private final Findings findings;
  private final Map<String, SwitchAccess> engines = new HashMap<>();

  /**
   * Prepares it.
   *
   * @param nics the MAC addresses of this machine's NICs
   */
  SwitchExam(LoadedLab loaded, Map<String, MacAddress> nics, Findings findings) {
    this.loaded = loaded;
    this.nics = nics;
    this.findings = findings;
  }

  void examine(SwitchAccess access) {
    Secrets secrets = new Secrets();
    try (Transcript transcript = Transcript.unwritten(secrets);
        SwitchSession session =
            SwitchSession.open(access, loaded.profileOf(access), Reach.HERE, transcript, secrets)) {
      identity(access, session);
      session.snmpEngine().ifPresent(engine -> engine(access, engine));
      for (Lab.Uplink each : loaded.lab().uplinks()) {
        if (each.switchName().equals(access.name())) {
          port(each, session);
        }
      }
    } catch (IOException away) {
      findings.cannot("speak to switch " + access.name(), String.valueOf(away.getMessage()));
    }
  }

  private void identity(SwitchAccess access, SwitchSession session) throws SwitchException {
    Identity identity = session.identify();
    String said =
        identity.description().map(each -> each.lines().findFirst().orElse("")).orElse("");
    if (session.hasSnmp() && identity.objectId().isEmpty()) {
      findings.cannot(
          "ask switch %s over SNMP what it is".formatted(access.name()),
          "see that its agent answers this user or community (snmpget … sysDescr.0 from this machine)");
    }
    String what =
        "use profile %s for switch %s, which says '%s'"
            .formatted(access.profile(), access.name(), said);
    switch (identity.fit()) {
      case FITS -> findings.can(what);
      case UNKNOWN -> findings.hint(what, "nothing it says confirms the profile");
      case DIFFERS ->
          findings.cannot(
              what, "hairpin switch identify --lab LAB --uplink NAME names a better one");
    }
  }

  /** Two agents with one id answer for each other, or look as if their clocks jumped. */
  private void engine(SwitchAccess access, SnmpEngine engine) {
    String what =
        "trust the SNMP engine of switch %s (id %s, started %d times)"
            .formatted(access.name(), engine.id(), engine.boots());
    Optional<SwitchAccess> same =
        Optional.ofNullable(engines.put(engine.id(), access))
            .filter(other -> !other.address().equals(access.address()));
    if (same.isPresent()) {
      findings.cannot(
          what,
          "switch %s has the same id: give one of them another snmpEngineID, then its users anew"
              .formatted(same.get().name()));
    } else if (engine.boots() == SnmpEngine.LAST_BOOT) {
      findings.cannot(what, "it counts no further (RFC 3414 2.2.3): give it another id");
    } else {
      findings.can(what);
    }
  }

  private void port(Lab.Uplink uplink, SwitchSession session) {
    String name = "port %s on %s".formatted(uplink.port(), uplink.switchName());
    try {
      findings.can(
          "read reflective relay of %s: it is %s".formatted(name, session.show(uplink.port())));
    } catch (SwitchException unread) {
      findings.cannot("read reflective relay of " + name, String.valueOf(unread.getMessage()));
      return;
    }
    if (session.hasSnmp()) {
      try {
        PortFacts facts = session.portFacts(uplink.port());
        findings.add(
            "use %s (%s)".formatted(name, facts.operState()),
            !facts.operState().equals("down"),
            facts.adminState().equals("down")
                ? "set it up on the switch"
                : "see to the cable between it and " + uplink.nic());
      } catch (SwitchException unread) {
        findings.cannot("read the state of " + name, String.valueOf(unread.getMessage()));
      }
    }
    Optional.ofNullable(nics.get(uplink.nic())).ifPresent(mac -> cable(uplink, mac, session));
  }

  /** By what the switch has learned already: nothing is sent here. */
  private void cable(Lab.Uplink uplink, MacAddress mac, SwitchSession session) {
    if (!session.tellsWhereLearned()) {
      return;
    }
    String what = "trust the cable from %s to port %s".formatted(uplink.nic(), uplink.port());
    try {
      List<LearnedAt> places = session.learnedAt(mac, uplink.port());
      Optional<LearnedAt> other =
          places.stream()
              .filter(each -> each.relation() == LearnedAt.Relation.OTHER && !each.byHand())
              .findFirst();
      if (other.isPresent()) {
        findings.cannot(
            what,
            "the switch has learned %s's address on %s: plug the cable over, or write that port into the lab file"
                .formatted(uplink.nic(), other.get().port()));
      } else if (places.isEmpty()) {
        findings.hint(
            what,
            "not known yet: the NIC has sent nothing; a run tries it before it sets anything");
      } else {
        findings.can(what + ": its address is learned there");
      }
    } catch (SwitchException untold) {
      findings.hint(what, "the switch doesn't show its table: " + untold.getMessage());
    }
  }
}
