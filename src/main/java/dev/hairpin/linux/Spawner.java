package dev.hairpin.linux;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts processes from one thread that never ends: the kernel's parent-death signal (prctl(2),
 * PR_SET_PDEATHSIG) goes off when the thread that started a process ends, not the program.
 */
final class Spawner {
  private static final ExecutorService IMMORTAL =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "hairpin-spawner");
            thread.setDaemon(true);
            return thread;
          });

  private Spawner() {}

  static Process start(ChildCommand command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command.line());
    builder.directory(new File("/"));
    builder.environment().putAll(Children.environment(command.runId()));
    Redirect output = Redirect.appendTo(command.output().toFile());
    builder.redirectError(output);
    if (!command.piped()) {
      builder.redirectOutput(output);
      builder.redirectInput(new File("/dev/null"));
    }
    Future<Process> started = IMMORTAL.submit(builder::start);
    try {
      return started.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while starting " + command.name());
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new IOException(
          "can't start %s: %s".formatted(command.name(), cause.getMessage()), cause);
    }
  }
}
