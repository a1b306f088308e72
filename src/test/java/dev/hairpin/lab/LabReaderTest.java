package dev.hairpin.lab;

import static dev.hairpin.lab.LabFiles.BASE;
import static dev.hairpin.lab.LabFiles.CONTRACT;
import static dev.hairpin.lab.LabFiles.SHIPPED;
import static dev.hairpin.lab.LabFiles.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hairpin.lab.Lab.AcceleratorChoice;
import dev.hairpin.lab.Lab.Virtualization;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.switches.Secret;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.switches.SwitchAccess.Control;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabReaderTest {
  @TempDir Path folder;

  @Test
  void theContractsExampleIsRead() throws Exception {
    LoadedLab loaded = read(CONTRACT);
    Lab lab = loaded.lab();
    assertThat(lab.name()).isEqualTo("rack12");
    assertThat(lab.host())
        .isEqualTo(new Lab.Host("local", Virtualization.QEMU, AcceleratorChoice.AUTO));
    Lab.Uplink uplink = lab.uplinks().get(0);
    assertThat(uplink)
        .isEqualTo(new Lab.Uplink("tor1", "eth3", "tor1", "swp1", java.util.Optional.of(120)));
    assertThat(lab.upstream()).contains(new Lab.Upstream("eth4"));
    SwitchAccess access = lab.switchOf(uplink);
    assertThat(access.address()).isEqualTo("192.0.2.10");
    assertThat(access.control()).isEqualTo(Control.SSH);
    SwitchAccess.Ssh ssh = access.ssh().orElseThrow();
    assertThat(ssh.password()).contains(new Secret(Secret.Kind.ENVIRONMENT, "TOR1_PASSWORD"));
    assertThat(ssh.enablePassword()).contains(new Secret(Secret.Kind.ENVIRONMENT, "TOR1_ENABLE"));
    assertThat(ssh.hostKey()).contains(LabFiles.HOST_KEY);
    SwitchAccess.Snmp snmp = access.snmp().orElseThrow();
    assertThat(snmp.version()).isEqualTo(3);
    assertThat(snmp.authentication().orElseThrow().protocol()).isEqualTo("SHA-256");
    assertThat(snmp.privacy().orElseThrow().password().place()).isEqualTo("TOR1_PRIV");
    assertThat(snmp.community()).as("2c only").isEmpty();
    Lab.Waiver waiver = lab.waivers().get(0);
    assertThat(waiver.check()).isEqualTo("private-unicast-isolated");
    assertThat(waiver.until()).contains(LocalDate.of(2027, 6, 30));
    assertThat(waiver.diagnosis()).isEmpty();
    assertThat(loaded.profileOf(uplink).name()).isEqualTo("linux-bridge");
    assertThat(loaded.file()).isEmpty();
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws Exception {
    Lab lab = read(SHORT).lab();
    assertThat(lab.host().isLocal()).isTrue();
    assertThat(lab.host().virtualization()).isEqualTo(Virtualization.QEMU);
    assertThat(lab.host().accelerator()).isEqualTo(AcceleratorChoice.AUTO);
    assertThat(lab.upstream()).isEmpty();
    assertThat(lab.waivers()).isEmpty();
    assertThat(lab.timing().guard()).isEqualTo(Duration.ofMillis(20));
    assertThat(lab.switches().get(0).control()).isEqualTo(Control.SSH);
    assertThat(lab.switches().get(0).ssh().orElseThrow().port()).isEqualTo(22);
    assertThat(lab.uplinks().get(0).vlan()).isEmpty();
  }

  @Test
  void withSnmpAloneControlIsSnmpAndPort161() throws Exception {
    String text =
        SHORT.replaceAll("ssh: .*", "snmp: {version: 2c, community: file:secrets/community}");
    SwitchAccess access = read(text).lab().switches().get(0);
    assertThat(access.control()).isEqualTo(Control.SNMP);
    SwitchAccess.Snmp snmp = access.snmp().orElseThrow();
    assertThat(snmp.port()).isEqualTo(161);
    assertThat(snmp.version()).isEqualTo(2);
    assertThat(snmp.community())
        .contains(new Secret(Secret.Kind.FILE, "/etc/hairpin/secrets/community"));
  }

  @Test
  void pathsAreTakenFromTheLabFilesFolder() throws Exception {
    Path file = folder.resolve("my.yaml");
    Files.writeString(file, SHORT);
    LoadedLab loaded = LabReader.read(file, SHIPPED);
    assertThat(loaded.lab().switches().get(0).ssh().orElseThrow().privateKey())
        .contains(folder.resolve("id"));
    assertThat(loaded.file()).contains(file);
  }

  @Test
  void aHostElsewhereHasALogin() throws Exception {
    String host =
        "host: {address: 'ssh://qa@[2001:db8::7]:2222', key: keys/kvm, known-hosts: /kh}\n";
    Lab.Login login = read(host + SHORT).lab().host().login().orElseThrow();
    assertThat(login.username()).isEqualTo("qa");
    assertThat(login.host()).isEqualTo("2001:db8::7");
    assertThat(login.port()).isEqualTo(2222);
    assertThat(login.key()).isEqualTo(BASE.resolve("keys/kvm"));
    assertThat(login.knownHosts()).contains(Path.of("/kh"));
    String plain = "host: {address: 'ssh://qa@kvm3', key: k, host-key: '%s'}\n";
    Lab.Login other =
        read(plain.formatted(LabFiles.HOST_KEY + "=") + SHORT).lab().host().login().orElseThrow();
    assertThat(other.port()).isEqualTo(22);
    assertThat(other.hostKey()).contains(LabFiles.HOST_KEY);
  }

  @Test
  void aProfileMayBeAPathBesideTheLabFile() throws Exception {
    Path profile = folder.resolve("profiles/my-bridge.yaml");
    Files.createDirectory(profile.getParent());
    String shipped = Files.readString(Path.of("switch-profiles/linux-bridge.yaml"));
    Files.writeString(profile, shipped.replace("profile: linux-bridge", "profile: my-bridge"));
    Path file = folder.resolve("my.yaml");
    Files.writeString(file, SHORT.replace("linux-bridge", "profiles/my-bridge.yaml"));
    assertThat(LabReader.read(file, SHIPPED).profiles().get("tor1").name()).isEqualTo("my-bridge");
  }

  @Test
  void faultsOfAProfileAreReportedUnderItsOwnFileOnceAndWithTheLabs() throws Exception {
    Path profile = folder.resolve("mine.yaml");
    String shipped = Files.readString(Path.of("switch-profiles/linux-bridge.yaml"));
    Files.writeString(
        profile, shipped.replace("profile: linux-bridge", "profile: mine\nvender: x"));
    String text =
        CONTRACT
            .replace("linux-bridge ", "mine ")
            .replace("vlan: 120", "vlan: 0")
            .replace(
                "waivers:",
                "  - {name: tor2, profile: mine, address: h, snmp: {version: 2c, community:"
                    + " env:C}}\nwaivers:");
    FaultyFileException thrown =
        catchThrowableOfType(
            FaultyFileException.class,
            () -> LabReader.parse("rack.yaml", text, BASE, ProfileFolders.of(List.of(folder))));
    String key = Files.readAllLines(profile).indexOf("vender: x") + 1 + ":1: unknown key 'vender'";
    assertThat(thrown.getMessage().lines())
        .containsExactly(
            "rack.yaml:11:11: 'vlan' can't be '0'; it must be a whole number, 1 to 4094",
            profile + ":" + key + "; did you mean 'vendor'?");
  }

  @Test
  void aMissingFileIsAClearError() {
    Path missing = folder.resolve("gone.yaml");
    assertThatThrownBy(() -> LabReader.read(missing, SHIPPED))
        .isInstanceOf(IOException.class)
        .hasMessage(missing + ": there is no such file; check the path");
  }

  @Test
  void theEnablePasswordIsAskedForWhereTheProfileSendsIt() throws Exception {
    Path profile = folder.resolve("asks.yaml");
    String shipped = Files.readString(Path.of("switch-profiles/linux-bridge.yaml"));
    Files.writeString(
        profile,
        shipped
            .replace("profile: linux-bridge", "profile: asks")
            .replace("reflective-relay:\n", "cli: {open: ['su {enable}']}\nreflective-relay:\n"));
    String text = SHORT.replace("linux-bridge", "asks");
    ProfileFolders folders = ProfileFolders.of(List.of(folder));
    assertThatThrownBy(() -> LabReader.parse("l.yaml", text, BASE, folders))
        .hasMessage(
            "l.yaml:8:10: missing key 'enable-password': profile 'asks' sends it, and a login with"
                + " a key has no password to fall back to");
    String given = text.replace("{username", "{enable-password: env:E, username");
    assertThat(LabReader.parse("l.yaml", given, BASE, folders).lab().name()).isEqualTo("small");
  }

  private static LoadedLab read(String text) throws FaultyFileException {
    return LabReader.parse("lab.yaml", text, BASE, SHIPPED);
  }
}
