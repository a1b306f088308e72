package dev.hairpin.bench;

import dev.hairpin.linux.LocalShell;
import dev.hairpin.switches.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/** The relay set by {@code snmpset} and read back by {@code snmpget}. */
final class SnmpsetPeer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The uplink is the first port of the embedded lab's bridge. */
  private static final String PORT_INDEX = "1";

  private final Samples samples;
  private final LocalShell shell;
  private final String pair;

  private SnmpsetPeer(Samples samples, LocalShell shell, String pair) {
    this.samples = samples;
    this.shell = shell;
    this.pair = pair;
  }

  static SnmpsetPeer open(BenchLab lab, Samples samples, Peer peer) throws IOException {
    Path configuration = configuration(lab.box().values());
    Profile.RelaySnmp snmp =
        lab.loaded().profileOf(lab.uplink().uplink()).relaySnmp().orElseThrow();
    String pair =
        command(lab, peer, configuration, snmp.enable().get(0))
            + " && "
            + command(lab, peer, configuration, snmp.disable().get(0));
    LocalShell shell = LocalShell.open(lab.box().managementNamespace(), lab.run().id());
    return new SnmpsetPeer(samples, shell, pair);
  }

  /** The median in milliseconds. */
  double measure(int times) throws Exception {
    return samples.medianMillis(times / 2, () -> shell.run(pair, PATIENCE).require()) / 2;
  }

  @Override
  public void close() throws IOException {
    shell.close();
  }

  private static Path configuration(Map<String, String> values) throws IOException {
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
    return folder;
  }

  private static String command(BenchLab lab, Peer peer, Path configuration, Profile.SnmpSet set)
      throws IOException {
    String oid = set.oid().replace("{port-index}", PORT_INDEX);
    return "SNMPCONFPATH=%1$s %2$s -Oq %3$s %4$s i %5$s && SNMPCONFPATH=%1$s %6$s -Oq %3$s %4$s"
        .formatted(
            configuration,
            peer.program(),
            lab.box().values().get("address"),
            oid,
            set.value(),
            peer.program().resolveSibling("snmpget"));
  }
}
