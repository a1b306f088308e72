package dev.hairpin.embedded;

import dev.hairpin.lab.RunDirectory;
import dev.hairpin.switches.SwitchAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The files of one lab: keys, secrets, configuration, logs. Only root can read them.
 *
 * @param path below the run's directory
 */
record LabFolder(Path path) {
  private static final FileAttribute<Set<PosixFilePermission>> SECRET =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final List<String> LOGS =
      List.of("wtmp", "btmp", "lastlog", "sshd.log", "snmpd.log", "openvswitch.log", "plane.log");
  private static final List<String> SCRIPTS =
      List.of("up.sh", "private-run.sh", "sshd.sh", "openvswitch.sh", "bridge-mib.pl");
  private static final int SECRET_BYTES = 16;

  static LabFolder of(RunDirectory run) {
    return in(run.path());
  }

  static LabFolder in(Path runDirectory) {
    return new LabFolder(runDirectory.resolve("lab"));
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** Makes the folder and all files that need no command to make them. */
  void write(RunDirectory run, LabNamespaces namespaces, EmbeddedOptions options)
      throws IOException {
    SwitchKind kind = options.kind();
    Files.createDirectory(path, PRIVATE);
    for (String directory : new String[] {"home", "snmp", "snmp-state"}) {
      Files.createDirectory(file(directory), PRIVATE);
    }
    if (kind == SwitchKind.OPEN_VSWITCH) {
      Files.createDirectory(file(OpenVswitch.FOLDER), PRIVATE);
    }
    for (String empty : LOGS) {
      Files.createFile(file(empty), SECRET);
    }
    put("namespaces.batch", namespaces.making(options.cables()));
    put("host.batch", namespaces.hostSetup(run, options.cables()));
    put("switch.batch", namespaces.switchSetup(run, kind, options.cables()));
    put("management.batch", namespaces.managementSetup(run));
    for (String resource : SCRIPTS) {
      put(resource, resource(resource));
    }
    put("kind", kind.name() + "\n");
    put("control", options.control().name() + "\n");
    put("uplinks", options.cables().count() + "\n");
    put("ports", String.join("\n", options.cables().ports()) + "\n");
    put("shadow", "root:*:20000:0:99999:7:::\n");
    put("sshd_config", SwitchConfiguration.sshd(this, run.id()));
    String authentication = secret();
    String privacy = secret();
    put("snmp-authentication", authentication + "\n");
    put("snmp-privacy", privacy + "\n");
    put("agent-community", secret() + "\n");
    put("snmp/snmpd.conf", SwitchConfiguration.snmpd(this, run.id(), kind));
    // Read once and replaced by keys made of them: the agent's own file does not keep the secrets.
    put("snmp-state/snmpd.conf", SwitchConfiguration.snmpUser(authentication, privacy));
  }

  /** What the switch of this lab is. */
  SwitchKind kind() throws IOException {
    return SwitchKind.valueOf(Files.readString(file("kind")).strip());
  }

  /** How its switch is controlled, unless it is asked for otherwise. */
  SwitchAccess.Control control() throws IOException {
    return SwitchAccess.Control.valueOf(Files.readString(file("control")).strip());
  }

  /** The uplinks of this lab. */
  LabCables cables() throws IOException {
    return new LabCables(Integer.parseInt(Files.readString(file("uplinks")).strip()));
  }

  /** The community that {@link AgentCache} uses. */
  String agentCommunity() throws IOException {
    return Files.readString(file("agent-community")).strip();
  }

  private void put(String name, String content) throws IOException {
    Files.createFile(file(name), SECRET);
    Files.writeString(file(name), content);
  }

  private static String resource(String name) throws IOException {
    try (InputStream input = LabFolder.class.getResourceAsStream(name)) {
      if (input == null) {
        throw new IOException("the program's own resource " + name + " is missing; build it again");
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The host key's fingerprint, as OpenSSH writes it: {@code SHA256:} and base64. */
  String hostKeyFingerprint() throws IOException {
    String blob = Files.readString(file("host-key.pub")).split(" ")[1];
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(blob));
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
