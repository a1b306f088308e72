package dev.hairpin.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A long-lived process that this program started. It carries the run's label in its environment.
 */
public final class Child implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(2);
  private static final int TAIL = 4_000;

  private final String name;
  private final Process process;
  private final Path output;

  private Child(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  /** Starts it. */
  public static Child start(ChildCommand command) throws IOException {
    return new Child(command.name(), Spawner.start(command), command.output());
  }

  /** What it is called in messages. */
  public String name() {
    return name;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Waits for its end; whether it came. */
  public boolean awaitEnd(Duration deadline) throws IOException {
    try {
      return process.waitFor(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the end of " + name);
    }
  }

  /** Its standard input, where the command asked for pipes. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /** Its standard output, where the command asked for pipes. */
  public InputStream output() {
    return process.getInputStream();
  }

  /** The last lines it wrote to its output file, for messages; at most 4,000 characters. */
  public String lastWords() {
    try {
      String all = Files.readString(output, java.nio.charset.StandardCharsets.ISO_8859_1);
      return all.substring(Math.max(0, all.length() - TAIL)).strip();
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** Sends it KILL and doesn't wait; it is still to be closed. */
  public void kill() {
    process.destroyForcibly();
  }

  /**
   * Ends it, and what it started itself: TERM, and KILL after a while.
   *
   * @param patience how long after TERM
   * @throws IOException when it is there two seconds after KILL still
   */
  public void stop(Duration patience) throws IOException {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroy();
    if (!awaitEnd(patience)) {
      process.destroyForcibly();
    }
    below.forEach(ProcessHandle::destroyForcibly);
    if (!awaitEnd(STOP)) {
      throw new IOException("%s (process %d) can't be killed".formatted(name, pid()));
    }
  }

  /** Ends it with two seconds of patience. */
  @Override
  public void close() throws IOException {
    stop(STOP);
  }
}
