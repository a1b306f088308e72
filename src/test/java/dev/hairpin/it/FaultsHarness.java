package dev.hairpin.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Starts the packaged program as a user does, in a state directory of its own. */
final class FaultsHarness {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private int programs;

  /**
   * A place for one test's programs.
   *
   * @param folder an empty one
   */
  FaultsHarness(Path folder) {
    this.folder = folder;
  }

  /** The checkout under test. */
  static Path home() {
    return Path.of("").toAbsolutePath();
  }

  Path state() {
    return folder.resolve("state");
  }

  Path out() {
    return folder.resolve("out");
  }

  /** {@code hairpin ARGUMENTS}, without the launcher: in Maven's build the jar is there. */
  static List<String> hairpin(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djna.nosys=true",
                "-Dhairpin.home=" + home(),
                "-jar",
                home().resolve("target/hairpin.jar").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** {@code hairpin run ARGUMENTS --out ...}. */
  static List<String> run(Path out, String... arguments) {
    List<String> all = new ArrayList<>(List.of("run", "--out", out.toString()));
    all.addAll(List.of(arguments));
    return hairpin(all.toArray(String[]::new));
  }

  /**
   * The same command where a shell script has prepared a mount namespace of its own. Namespaces
   * that are made there must be seen outside too, as all of them are.
   */
  static List<String> behind(String script, List<String> command) {
    String alone =
        """
        mkdir -p /run/netns
        mountpoint -q /run/netns || mount -n --bind --make-shared /run/netns /run/netns
        exec unshare -m --propagation unchanged sh -ec '
          while read -r id parent device root place rest; do
            case $place in /run/netns*) ;; *) mount -n --make-private "$place" ;; esac
          done </proc/self/mountinfo
          %s
          exec "$@"' sh "$@"
        """
            .formatted(script);
    List<String> all = new ArrayList<>(List.of("sh", "-ec", alone, "sh"));
    all.addAll(command);
    return all;
  }

  /** The same command in a network namespace. */
  static List<String> in(String namespace, List<String> command) {
    List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    all.addAll(command);
    return all;
  }

  /** Starts a command as a shell on a terminal does: in a process group of its own. */
  Program start(List<String> command, Map<String, String> environment) throws IOException {
    // A test run in the background has SIGINT ignored, and hands that down.
    List<String> all = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT,TERM"));
    all.addAll(command);
    int number = ++programs;
    Path stdout = folder.resolve("stdout-" + number);
    Path stderr = folder.resolve("stderr-" + number);
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().put("HAIRPIN_STATE", state().toString());
    builder.environment().put("HAIRPIN_HISTORY", "none");
    builder.environment().putAll(environment);
    return new Program(builder.start(), stdout, stderr, state());
  }

  Program start(List<String> command) throws IOException {
    return start(command, Map.of());
  }

  /** Starts a command and waits for its end. */
  Program ended(List<String> command, Map<String, String> environment) throws Exception {
    Program program = start(command, environment);
    program.exit();
    return program;
  }

  Program ended(List<String> command) throws Exception {
    return ended(command, Map.of());
  }

  /** What the programs of this test have left: namespaces, processes, runs, locks. */
  List<String> left(Program... programs) throws IOException {
    List<String> left = new ArrayList<>();
    for (String place : List.of("runs", "locks")) {
      if (Files.isDirectory(state().resolve(place))) {
        try (Stream<Path> files = Files.list(state().resolve(place))) {
          files.map(Path::toString).forEach(left::add);
        }
      }
    }
    for (Program program : programs) {
      left.addAll(Traces.of(program.runId()));
    }
    return left;
  }

  /** Waits for a named condition. */
  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited %d s until %s".formatted(PATIENCE.toSeconds(), what));
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Runs a command of the test's own, which must succeed. */
  static String sh(String script) throws Exception {
    Process process = new ProcessBuilder("sh", "-ec", script).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new AssertionError("'%s' gave %d: %s".formatted(script, process.exitValue(), said));
    }
    return said.strip();
  }
}
