package dev.hairpin.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the processes that a run started, by the label in their environment. */
public final class Processes {
  private static final String PREFIX = Children.LABEL + "=";

  private Processes() {}

  /**
   * The processes of one run that are alive now, but for this program itself.
   *
   * @return process ids, ascending
   */
  public static List<Long> labelled(String runId) throws IOException {
    return labelled().entrySet().stream()
        .filter(each -> each.getValue().equals(runId))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The processes of all runs that are alive now, but for this program itself.
   *
   * @return process id to run id, by ascending process id
   */
  public static Map<Long, String> labelled() throws IOException {
    Map<Long, String> found = new TreeMap<>();
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      entries
          .filter(each -> each.getFileName().toString().matches("[0-9]+"))
          .forEach(each -> label(each).ifPresent(run -> found.put(pid(each), run)));
    }
    found.remove(ProcessHandle.current().pid());
    return found;
  }

  private static long pid(Path entry) {
    return Long.parseLong(entry.getFileName().toString());
  }

  private static Optional<String> label(Path entry) {
    try {
      String environment =
          new String(Files.readAllBytes(entry.resolve("environ")), StandardCharsets.ISO_8859_1);
      return Arrays.stream(environment.split("\0"))
          .filter(each -> each.startsWith(PREFIX))
          .map(each -> each.substring(PREFIX.length()))
          .findFirst();
    } catch (IOException ended) {
      return Optional.empty(); // it ended meanwhile, or is a dead one not yet waited for
    }
  }
}
