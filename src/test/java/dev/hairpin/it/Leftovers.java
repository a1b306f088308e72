package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a run may not leave on the machine. Only what bears its own id is looked at. */
final class Leftovers {
  private static final Path PROCESSES = Path.of("/proc");

  private Leftovers() {}

  static void assertNone(String runId) throws Exception {
    assertThat(Command.run("ip", "netns", "list")).as("network namespaces").doesNotContain(runId);
    assertThat(labelled("HAIRPIN_RUN=" + runId)).as("processes of run %s", runId).isEmpty();
  }

  /** Links that a run makes on a NIC; the namespace's other links are its own. */
  static void assertNoStations(String namespace) throws Exception {
    assertThat(Command.run("ip", "-n", namespace, "-d", "-o", "link", "show"))
        .as("links in %s", namespace)
        .doesNotContain("macvtap")
        .doesNotContain("macvlan");
  }

  private static List<String> labelled(String label) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(PROCESSES)) {
      for (Path each : all.toList()) {
        if (each.getFileName().toString().matches("[0-9]+") && environment(each).contains(label)) {
          found.add(each + " " + commandLine(each));
        }
      }
    }
    return found;
  }

  private static String environment(Path process) {
    return read(process.resolve("environ"));
  }

  private static String commandLine(Path process) {
    return read(process.resolve("cmdline")).replace('\0', ' ');
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException ended) {
      return "";
    }
  }
}
