package dev.hairpin.bench;

import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** A plain C loop of this program's own, compiled where it is needed. */
final class CLoop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(50);

  private final Path folder;
  private final Shell shell;
  private final Path program;

  private CLoop(Path folder, Shell shell, Path program) {
    this.folder = folder;
    this.shell = shell;
    this.program = program;
  }

  static CLoop compile(String name, Peer compiler, Shell shell) throws IOException {
    Path folder = Files.createTempDirectory("hairpin-bench");
    CLoop loop = new CLoop(folder, shell, folder.resolve(name));
    try {
      loop.compile(name, compiler);
      return loop;
    } catch (IOException failed) {
      loop.close();
      throw failed;
    }
  }

  private void compile(String name, Peer compiler) throws IOException {
    Path source = folder.resolve(name + ".c");
    try (InputStream text = CLoop.class.getResourceAsStream(name + ".c")) {
      if (text == null) {
        throw new IOException("the program's own resource " + name + ".c is missing");
      }
      Files.copy(text, source);
    }
    shell
        .run("%s -O2 -w -o %s %s".formatted(compiler.program(), program, source), PATIENCE)
        .require();
  }

  /** Runs it; gives what it prints. */
  String run(String arguments) throws IOException {
    return shell.run(program + " " + arguments, PATIENCE).require().strip();
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
