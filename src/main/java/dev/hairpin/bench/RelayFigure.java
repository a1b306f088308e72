package dev.hairpin.bench;

import dev.hairpin.lab.RelayPort;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.switches.Profile;
import dev.hairpin.switches.RelayState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How long setting the relay takes, the readback included. */
final class RelayFigure {
  private static final int TIMES = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The uplink is the first port of the embedded lab's bridge. */
  private static final String PORT_INDEX = "1";

  private RelayFigure() {}

  static Figure measure(BenchLab lab, Measure which, Samples samples, Peers peers)
      throws Exception {
    UplinkSession uplink = lab.uplink();
    RelayState[] next = {RelayState.ON};
    double median =
        samples.medianMillis(
            TIMES,
            () -> {
              set(uplink.relay(), next[0]);
              next[0] = next[0] == RelayState.ON ? RelayState.OFF : RelayState.ON;
            });
    List<PeerFigure> others =
        which == Measure.RELAY_SNMP
            ? peers.measure(
                "snmpset and snmpget",
                "snmpset",
                "-V",
                peer -> Beside.of(snmpset(lab, samples, peer), median))
            : peers.measureModule(
                "paramiko, TCP_NODELAY",
                "paramiko",
                peer -> Beside.of(ParamikoPeer.measure(lab, peer, TIMES), median));
    return Figure.of(
        which,
        median,
        TIMES,
        others,
        "reflective relay set and read back, on and off in turn, in the open session; the switch's other ports are not looked at");
  }

  private static void set(RelayPort port, RelayState wanted) throws IOException {
    RelayState readback = port.setAlone(wanted);
    if (readback != wanted) {
      throw new IOException(
          "reflective relay was set %s and reads back %s".formatted(wanted, readback));
    }
  }

  private static double snmpset(BenchLab lab, Samples samples, Peer peer) throws Exception {
    Map<String, String> values = lab.box().values();
    Path authentication = Path.of(String.valueOf(values.get("authentication-file")));
    Path privacy = Path.of(String.valueOf(values.get("privacy-file")));
    Path folder =
        Files.createDirectory(
            authentication.resolveSibling("bench-snmp"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(
        folder.resolve("snmp.conf"),
        """
        mibs :
        defVersion 3
        defSecurityName hairpin
        defSecurityLevel authPriv
        defAuthType SHA-256
        defPrivType AES
        defAuthPassphrase %s
        defPrivPassphrase %s
        """
            .formatted(
                Files.readString(authentication).strip(), Files.readString(privacy).strip()));
    Profile.RelaySnmp snmp =
        lab.loaded().profileOf(lab.uplink().uplink()).relaySnmp().orElseThrow();
    String pair =
        snmpset(lab, peer, folder, snmp.enable().get(0))
            + " && "
            + snmpset(lab, peer, folder, snmp.disable().get(0));
    try (LocalShell shell = LocalShell.open(lab.box().managementNamespace(), lab.run().id())) {
      return samples.medianMillis(TIMES / 2, () -> shell.run(pair, PATIENCE).require()) / 2;
    }
  }

  private static String snmpset(BenchLab lab, Peer peer, Path folder, Profile.SnmpSet set)
      throws IOException {
    String oid = set.oid().replace("{port-index}", PORT_INDEX);
    return "SNMPCONFPATH=%1$s %2$s -Oq %3$s %4$s i %5$s && SNMPCONFPATH=%1$s %6$s -Oq %3$s %4$s"
        .formatted(
            folder,
            peer.program(),
            lab.box().values().get("address"),
            oid,
            set.value(),
            peer.program().resolveSibling("snmpget"));
  }
}
