package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hairpin profile} as a user types it. */
final class ProfileCommandIT {
  private static final Path SHIPPED = Path.of("switch-profiles");

  @TempDir private Path folder;

  private Command.Finished profile(int exit, String... words) throws Exception {
    String[] all = new String[words.length + 1];
    all[0] = "profile";
    System.arraycopy(words, 0, all, 1, words.length);
    try (Hairpin hairpin = Hairpin.in(folder)) {
      return hairpin.run(all).exits(exit);
    }
  }

  @Test
  void listNamesEachWithItsStanding() throws Exception {
    assertThat(profile(0, "list").out().lines())
        .anyMatch(line -> line.matches("linux-bridge +Linux .* verified +ssh, snmp"))
        .anyMatch(line -> line.matches("open-vswitch +.* verified +ssh"));
    JsonNode all = RunReport.parse(profile(0, "list", "--json").out());
    assertThat(all.findValuesAsText("profile"))
        .contains("linux-bridge", "arista-eos")
        .doesNotHaveDuplicates();
  }

  @Test
  void showResolvesWhatIsTakenFromAFamily() throws Exception {
    assertThat(Files.readString(SHIPPED.resolve("open-vswitch.yaml"))).doesNotContain("prompt:");
    assertThat(profile(0, "show", "open-vswitch").out())
        .startsWith("# ")
        .contains("open-vswitch.yaml", "prompt:", "add-flows")
        .doesNotContain("extends:");
    JsonNode shown = RunReport.parse(profile(0, "show", "open-vswitch", "--json").out());
    assertThat(shown.at("/resolved/cli/prompt").isMissingNode()).isFalse();
  }

  @Test
  void showOfANameThatIsNoneSaysWhatIsNear() throws Exception {
    assertThat(profile(2, "show", "linux-brigde").err()).contains("linux-brigde", "linux-bridge");
  }

  @Test
  void checkTellsEveryFaultAtOnceWithItsPlace() throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        Files.readString(SHIPPED.resolve("arista-eos.yaml"))
            .replaceFirst("(?m)^profile: .*", "profile: mine")
            .replaceFirst("(?m)^vendor:", "vendr:")
            .replaceFirst("(?m)^standing: .*", "standing: documentd")
            .replaceFirst("(?m)^port-name: .*", "port-name: \"(Ethernet\""));
    Command.Finished check = profile(2, "check", file.toString());
    assertThat(check.out()).isEmpty();
    assertThat(check.err())
        .contains("did you mean 'vendor'?", "did you mean 'documented'?", "port-name")
        .containsPattern("mine\\.yaml:%d:1: .*vendr".formatted(line(file, "vendr:")))
        .containsPattern("mine\\.yaml:%d:11: .*documentd".formatted(line(file, "standing:")))
        .containsPattern("mine\\.yaml:%d:22: .*Unclosed group".formatted(line(file, "port-name:")));
    JsonNode json = RunReport.parse(profile(2, "check", "--json", file.toString()).out());
    assertThat(json.at("/faults").size()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void checkOfASoundFileAndOfNone() throws Exception {
    assertThat(profile(0, "check", SHIPPED.resolve("linux-bridge.yaml").toString()).out())
        .contains("profile linux-bridge is valid");
    assertThat(profile(2, "check", folder.resolve("none.yaml").toString()).err())
        .contains("there is no file");
  }

  private static int line(Path file, String start) throws Exception {
    var lines = Files.readAllLines(file);
    for (int index = 0; index < lines.size(); index++) {
      if (lines.get(index).startsWith(start)) {
        return index + 1;
      }
    }
    throw new AssertionError("no line of " + file + " starts with " + start);
  }
}
