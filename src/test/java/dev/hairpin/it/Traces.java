package dev.hairpin.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What there is of a run on this machine. */
final class Traces {
  private Traces() {}

  /** Its namespaces and processes. */
  static List<String> of(String runId) throws IOException {
    if (runId.isEmpty()) {
      return List.of();
    }
    List<String> all = new ArrayList<>(processes(runId));
    Path namespaces = Path.of("/run/netns");
    if (Files.isDirectory(namespaces)) {
      try (Stream<Path> names = Files.list(namespaces)) {
        names.map(Path::toString).filter(name -> name.contains(runId)).forEach(all::add);
      }
    }
    return all;
  }

  /** Its processes, each as its command line. */
  static List<String> processes(String runId) throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(each -> each.getFileName().toString().matches("[0-9]+"))
          .filter(
              each ->
                  text(each.resolve("environ")).contains("HAIRPIN_RUN=" + runId)
                      || text(each.resolve("cmdline")).contains("runs/" + runId))
          .map(each -> each.getFileName() + " " + text(each.resolve("cmdline")))
          .toList();
    }
  }

  /** The same for conditions that are waited for: nothing while it can't be seen. */
  static List<String> processesOrNone(String runId) {
    try {
      return processes(runId);
    } catch (IOException unseen) {
      return List.of();
    }
  }

  /** Its guests' machines; none while the run has no id yet. */
  static List<String> guests(String runId) {
    return runId.isEmpty()
        ? List.of()
        : processesOrNone(runId).stream()
            .filter(each -> each.contains("qemu-system") && each.contains("-netdev"))
            .toList();
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }
}
