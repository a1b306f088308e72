package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters on the switch: what a check of them finds, and that none is left. */
class SwitchPolicyIT {
  private static final String CHECK = "vepa-switch-policy-holds";

  @TempDir private Path folder;

  @Test
  void aFilterThatFiltersNothingIsFound() throws Exception {
    JsonNode check =
        on(
            """
            case "$1" in
              'add table'*) echo 'table bridge hairpin-swp1' >"$kept" ;;
              'delete table'*) : >"$kept" ;;
              list) cat "$kept" ;;
            esac
            """);
    assertThat(check.at("/outcome").asText()).isEqualTo("failed");
    assertThat(check.at("/diagnosis").asText()).isEqualTo("unexpected-reachability");
  }

  @Test
  void aFilterThatIsTakenAndNotThereIsFound() throws Exception {
    assertThat(on("").at("/diagnosis").asText()).isEqualTo("config-not-applied");
  }

  @Test
  void aSwitchThatRefusesOneIsFound() throws Exception {
    JsonNode check = on("[ \"$1\" = list ] || { echo 'Error: no such policy'; exit 1; }");
    assertThat(check.at("/diagnosis").asText()).isEqualTo("config-refused");
  }

  /** Runs the check on a switch whose login has another {@code nft} command. */
  private JsonNode on(String nft) throws Exception {
    Path rackFolder = Files.createDirectory(folder.resolve("rack"));
    Path bin = Files.createDirectory(rackFolder.resolve("bin"));
    Path kept = Files.writeString(rackFolder.resolve("filters"), "");
    Path command = bin.resolve("nft");
    Files.writeString(command, "#!/bin/sh\nkept=%s\n%s\n".formatted(kept, nft));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    String login = "PATH=%s:$PATH exec bash --norc --noprofile -i".formatted(bin);
    try (Rack rack = Rack.build(rackFolder, login);
        Hairpin hairpin = Hairpin.in(folder).inside(rack.host())) {
      Path out = folder.resolve("report");
      String lab = rack.labFile().toString();
      hairpin.run("run", "--lab", lab, "--tags=@" + CHECK, "--out", out.toString()).exits(1);
      RunReport report = RunReport.read(out);
      SoundReport.assertThatItIs(report);
      assertThat(Files.readString(kept)).as("filters left").isEmpty();
      assertThat(hairpin.runsLeft()).isEmpty();
      Leftovers.assertNone(report.runId());
      return report.check(CHECK);
    }
  }
}
