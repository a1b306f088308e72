package dev.hairpin.lab;

import static dev.hairpin.lab.LabFiles.BASE;
import static dev.hairpin.lab.LabFiles.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.switches.Secret;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.switches.SwitchAccess.Control;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BuiltInLabTest {
  private static final Map<String, String> VALUES =
      Map.of(
          "lab", "embedded",
          "uplinks", "[{name: tor1, nic: eth3, switch: tor1, port: swp1}]",
          "profile", "linux-bridge",
          "address", "192.0.2.2",
          "control", "ssh",
          "private-key", "/var/lib/hairpin/l \"1\"/id",
          "host-key", LabFiles.HOST_KEY,
          "authentication-file", "/var/lib/hairpin/l1/auth",
          "privacy-file", "/var/lib/hairpin/l1/priv");

  @ParameterizedTest
  @EnumSource
  void theEmbeddedLabIsValidWithEitherControl(Control control) throws Exception {
    Map<String, String> values = new HashMap<>(VALUES);
    values.put("control", control == Control.SSH ? "ssh" : "snmp");
    LoadedLab loaded =
        LabReader.parse("embedded", LabTemplate.fill(template(), values), BASE, SHIPPED);
    Lab lab = loaded.lab();
    assertThat(lab.name()).isEqualTo("embedded");
    assertThat(lab.uplinks())
        .containsExactly(new Lab.Uplink("tor1", "eth3", "tor1", "swp1", Optional.empty()));
    assertThat(lab.upstream()).contains(new Lab.Upstream("eth4"));
    assertThat(lab.timing().guard()).isEqualTo(Duration.ofMillis(20));
    SwitchAccess access = lab.switches().get(0);
    assertThat(access.control()).isEqualTo(control);
    SwitchAccess.Ssh ssh = access.ssh().orElseThrow();
    assertThat(ssh.privateKey()).contains(Path.of("/var/lib/hairpin/l \"1\"/id"));
    assertThat(access.snmp().orElseThrow().privacy())
        .contains(
            new SwitchAccess.Protocol(
                "AES-128", new Secret(Secret.Kind.FILE, "/var/lib/hairpin/l1/priv")));
  }

  @Test
  void eachOfItsWaiversIsForOneDiagnosisAndSaysWhy() throws Exception {
    LoadedLab loaded =
        LabReader.parse(
            "embedded",
            LabTemplate.fill(template() + text("waivers-linux-bridge.yaml"), VALUES),
            BASE,
            SHIPPED);
    assertThat(loaded.lab().waivers())
        .extracting(each -> each.check() + " " + each.diagnosis().orElseThrow())
        .containsExactly(
            "private-unicast-isolated isolation-leak",
            "private-guests-isolated isolation-leak",
            "private-broadcast-isolated returned-to-sender",
            "mixed-modes isolation-leak",
            "mixed-modes returned-to-sender",
            "host-nic-not-promiscuous config-untrue",
            "vepa-link-local-not-reflected link-local-reflected");
    assertThat(loaded.lab().waivers())
        .allMatch(each -> each.reason().length() > 80 && !each.reason().contains("\n"));
  }

  @Test
  void aMissingValueIsAMistakeOfTheProgram() throws Exception {
    Map<String, String> few = new HashMap<>(VALUES);
    few.remove("host-key");
    String template = template();
    assertThatThrownBy(() -> LabTemplate.fill(template, few))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no value for ${host-key}");
  }

  private static String template() throws IOException {
    return text("embedded.yaml");
  }

  private static String text(String name) throws IOException {
    try (InputStream bytes = Lab.class.getResourceAsStream("/dev/hairpin/embedded/" + name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
