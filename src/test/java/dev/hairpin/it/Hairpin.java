package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ./hairpin} as a user starts it, but with a state directory of its own, so that no run of
 * anybody else is swept or disturbed. The cache is the machine's: a guest image is made once.
 */
final class Hairpin implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 180;

  private final Path folder;
  private final Optional<String> namespace;

  private Hairpin(Path folder, Optional<String> namespace) {
    this.folder = folder;
    this.namespace = namespace;
  }

  /** In this program's own network namespace; its files go below the folder. */
  static Hairpin in(Path folder) {
    return new Hairpin(folder, Optional.empty());
  }

  /** The same, started inside a network namespace. */
  Hairpin inside(String name) {
    return new Hairpin(folder, Optional.of(name));
  }

  /** Starts it and waits for its end. */
  Command.Finished run(String... words) throws Exception {
    return runLong(1, words);
  }

  /**
   * Starts it and waits for its end.
   *
   * @param times how many times longer than usual it may take
   */
  Command.Finished runLong(int times, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    namespace.ifPresent(each -> command.addAll(List.of("ip", "netns", "exec", each)));
    command.add(Path.of("hairpin").toAbsolutePath().toString());
    command.addAll(Arrays.asList(words));
    Path scratch = Files.createTempDirectory(folder, "hairpin-");
    return Command.finish(scratch, environment(), times * DEADLINE_SECONDS, command);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HAIRPIN_BUILT", "yes");
    environment.put("HAIRPIN_STATE", state().toString());
    environment.put("NO_COLOR", "1");
    return environment;
  }

  private Path state() {
    return folder.resolve("state");
  }

  /** Where a run that is not undone keeps its files. */
  Path runFolder(String id) {
    return state().resolve("runs").resolve(id);
  }

  /** What a run has left to undo: the folders of runs in the state directory. */
  List<String> runsLeft() throws IOException {
    Path runs = state().resolve("runs");
    if (!Files.exists(runs)) {
      return List.of();
    }
    try (Stream<Path> each = Files.list(runs)) {
      return each.map(path -> path.getFileName().toString()).toList();
    }
  }

  /** Takes away what a run left, should one have failed to: the tests leave nothing behind. */
  @Override
  public void close() throws Exception {
    if (!runsLeft().isEmpty()) {
      run("restore").exits(0);
      run("lab", "down", "--all").exits(0);
    }
    assertThat(runsLeft()).as("runs with something left to undo").isEmpty();
  }
}
