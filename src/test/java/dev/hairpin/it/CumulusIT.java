package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cumulus Linux: a real Linux bridge behind a real OpenSSH server and a real shell, whose user has
 * to sudo, and a switching chip's driver that need not follow.
 */
final class CumulusIT {
  private static final String PASSWORD = "CumulusLinux!";
  private static final String SOME =
      "@relay or @vepa-unicast-reflected or @vepa-fdb-stable or @vepa-off-dropped";
  private static final String ONE = "@relay-on-takes-effect";

  @TempDir private Path folder;
  private Path scripts;
  private Rack rack;
  private Hairpin hairpin;

  @BeforeEach
  void build() throws Exception {
    scripts = Files.createDirectory(folder.resolve("switch"));
    for (String each : List.of("login", "bashrc", "id", "sudo", "bridge")) {
      script(each);
    }
    rack = Rack.build(Files.createDirectory(folder.resolve("rack")), scripts + "/login");
    hairpin = Hairpin.in(folder).inside(rack.host());
  }

  private void script(String name) throws Exception {
    try (var model = CumulusIT.class.getResourceAsStream("cumulus/" + name)) {
      Path file = scripts.resolve(name);
      Files.writeString(
          file,
          new String(model.readAllBytes())
              .replace("{folder}", scripts.toString())
              .replace("{password}", PASSWORD)
              .replace("{id}", "/usr/bin/id")
              .replace("{bridge}", Command.run("which", "bridge").strip()));
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
  }

  @AfterEach
  void takeDown() throws Exception {
    try (Rack last = rack;
        Hairpin first = hairpin) {
      assertThat(first.runsLeft()).isEmpty();
      last.assertUntouched();
    }
  }

  private Path lab(String password) throws IOException {
    Path secret = Files.writeString(folder.resolve("sudo-password"), password + "\n");
    String login = "username: root\n";
    return rack.labFile(
        "cumulus",
        "profile: linux-bridge",
        "profile: cumulus-linux",
        login,
        login + "      enable-password: file:" + secret + "\n");
  }

  private RunReport run(String password, String tags, int exit) throws Exception {
    Path out = folder.resolve("report");
    hairpin.run("run", "--lab=" + lab(password), "--tags=" + tags, "--out=" + out).exits(exit);
    RunReport report = RunReport.read(out);
    assertThat(report.text("transcript.log")).doesNotContain(password);
    return report;
  }

  @Test
  void aUserWhoMaySudo() throws Exception {
    RunReport report = run(PASSWORD, SOME, 0);
    assertThat(new TreeMap<>(report.outcomes()).values()).hasSize(7).containsOnly("passed");
    assertThat(report.text("transcript.log")).contains("[sudo] password for cumulus");
  }

  @Test
  void aWrongPasswordForSudo() throws Exception {
    RunReport report = run("cumulus-linux", ONE, 3);
    assertThat(report.outcomes()).isEqualTo(Map.of("relay-on-takes-effect", "inconclusive"));
    assertThat(report.checks().get(0).get("reason").asText()).contains("enable-password");
  }

  @Test
  void aChipThatRefuses() throws Exception {
    Files.createFile(scripts.resolve("refuses"));
    RunReport report = run(PASSWORD, ONE, 1);
    assertThat(report.outcomes())
        .isEqualTo(Map.of("relay-on-takes-effect", "failed config-refused"));
    assertThat(report.checks().get(0).get("reason").asText())
        .contains("Unsupported bridge port flag");
  }

  @Test
  void aChipThatDoesNotFollow() throws Exception {
    Files.createFile(scripts.resolve("ignores"));
    assertThat(run(PASSWORD, ONE, 1).outcomes())
        .isEqualTo(Map.of("relay-on-takes-effect", "failed config-untrue"));
  }
}
