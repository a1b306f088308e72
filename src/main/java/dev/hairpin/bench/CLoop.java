package dev.hairpin.bench;

import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A plain C loop of this program's own, compiled where it is needed. */
final class CLoop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(50);

  private final Workbench bench;
  private final Shell shell;
  private final Path program;

  private CLoop(Workbench bench, Shell shell, Path program) {
    this.bench = bench;
    this.shell = shell;
    this.program = program;
  }

  static CLoop compile(String name, Peer compiler, Shell shell) throws IOException {
    Workbench bench = Workbench.make();
    try {
      Path program = bench.file(name);
      Path source = bench.take(name + ".c");
      shell
          .run("%s -O2 -w -o %s %s".formatted(compiler.program(), program, source), PATIENCE)
          .require();
      return new CLoop(bench, shell, program);
    } catch (IOException failed) {
      bench.close();
      throw failed;
    }
  }

  /** Runs it; gives what it prints. */
  String run(String arguments) throws IOException {
    return shell.run(program + " " + arguments, PATIENCE).require().strip();
  }

  @Override
  public void close() throws IOException {
    bench.close();
  }
}
