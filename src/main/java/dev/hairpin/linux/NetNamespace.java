package dev.hairpin.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * A network namespace: the program's own, or one under {@code /run/netns}.
 *
 * @param name the name under {@code /run/netns}; empty for the program's own
 */
public record NetNamespace(Optional<String> name) {
  /** The namespace in which the program itself runs. */
  public static final NetNamespace CURRENT = new NetNamespace(Optional.empty());

  private static final Path DIRECTORY = Path.of("/run/netns");

  /** A namespace under {@code /run/netns}; whether it exists shows when it is used. */
  public static NetNamespace named(String name) {
    return new NetNamespace(Optional.of(name));
  }

  /** The names under {@code /run/netns}, sorted. */
  public static List<String> names() throws IOException {
    if (!Files.isDirectory(DIRECTORY)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(DIRECTORY)) {
      return entries.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  /** Whether there is one of this name now; the program's own always is. */
  public boolean exists() {
    return name.isEmpty() || Files.exists(path());
  }

  /**
   * What tells this namespace from every other (the inode of nsfs), whatever it is called.
   *
   * @throws IOException that names the namespace when there is none
   */
  public long inode() throws IOException {
    if (!exists()) {
      throw missing();
    }
    return (Long) Files.getAttribute(path(), "unix:ino");
  }

  /**
   * Does the work on a thread that has entered this namespace (setns(2)): sockets opened there stay
   * in it for good, and any thread may use them afterwards. The program's own namespace does it on
   * the calling thread. The thread ends with the work; note that {@code /sys} still shows the
   * program's own namespace there, {@code /proc/thread-self/net} the entered one.
   *
   * @throws Exception what the work threw, or an {@link java.io.IOException} that names the
   *     namespace when it can't be entered
   */
  public <T> T call(Callable<T> work) throws Exception {
    if (name.isEmpty()) {
      return work.call();
    }
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              enter();
              return work.call();
            });
    Thread thread = new Thread(task, "hairpin-in-" + name.get());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException interrupted) {
      thread.interrupt();
      throw interrupted;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /** What a command line starts with to run in here: {@code ip netns exec NAME}, or nothing. */
  public String[] prefix() {
    return name.map(each -> new String[] {"ip", "netns", "exec", each}).orElse(new String[0]);
  }

  /** For messages: {@code namespace NAME}, or {@code this machine's own namespace}. */
  public String described() {
    return name.map(each -> "namespace " + each).orElse("this machine's own namespace");
  }

  private Path path() {
    return name.map(DIRECTORY::resolve).orElse(Path.of("/proc/thread-self/ns/net"));
  }

  private void enter() throws IOException {
    if (!exists()) {
      throw missing();
    }
    int fd = Libc.open(path().toString(), Libc.O_RDONLY | Libc.O_CLOEXEC);
    if (fd < 0) {
      throw Errno.failed("can't open " + path());
    }
    try {
      if (Libc.setns(fd, Libc.CLONE_NEWNET) != 0) {
        throw Errno.failed("can't enter " + described() + " (setns needs root: CAP_SYS_ADMIN)");
      }
    } finally {
      Libc.close(fd);
    }
  }

  private IOException missing() {
    return new IOException(
        "there is no %s (no %s); 'ip netns list' shows those there are"
            .formatted(described(), path()));
  }
}
