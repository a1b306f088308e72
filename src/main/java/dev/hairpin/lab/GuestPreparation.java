package dev.hairpin.lab;

import dev.hairpin.host.Accelerator;
import dev.hairpin.host.AcceleratorChoice;
import dev.hairpin.host.AcceleratorProbe;
import dev.hairpin.host.GuestImage;
import dev.hairpin.host.GuestImages;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Makes what all guests of a run need, once, beside other work: an image, and the answer which
 * accelerator works.
 */
final class GuestPreparation implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Lab.Host host;
  private final String runId;
  private final GuestRoom room = GuestRoom.ofThisMachine();
  private @Nullable CompletableFuture<Prepared> prepared;
  private @Nullable Thread work;
  private boolean interrupted;

  private GuestPreparation(Lab.Host host, String runId) {
    this.host = host;
    this.runId = runId;
  }

  static GuestPreparation of(Lab.Host host, String runId) {
    return new GuestPreparation(host, runId);
  }

  /** What is needed to start a guest. */
  record Prepared(GuestImage image, AcceleratorChoice accelerator) {}

  /** Starts; returns at once. */
  synchronized CompletableFuture<Prepared> begin() {
    CompletableFuture<Prepared> running = prepared;
    if (running == null) {
      CompletableFuture<Prepared> fresh = new CompletableFuture<>();
      prepared = fresh;
      if (interrupted) {
        fresh.completeExceptionally(new UndecidedException("the run was interrupted"));
        return fresh;
      }
      Thread thread = new Thread(() -> prepare(fresh), "hairpin-guest-preparation");
      thread.setDaemon(true);
      work = thread;
      thread.start();
      return fresh;
    }
    return running;
  }

  /** Ends it, a download too: nobody waits for guests any more. */
  synchronized void interrupt() {
    interrupted = true;
    if (work != null) {
      work.interrupt();
    }
  }

  /** Ends it where it still goes on, so that nothing of it outlives the run. */
  @Override
  public void close() throws IOException {
    Thread running;
    synchronized (this) {
      interrupt();
      running = work;
    }
    if (running == null) {
      return;
    }
    try {
      running.join(PATIENCE.toMillis());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
    if (running.isAlive()) {
      throw new IOException(
          "the preparation of guests did not end within %d s".formatted(PATIENCE.toSeconds()));
    }
  }

  private void prepare(CompletableFuture<Prepared> result) {
    try (LocalShell shell = LocalShell.open(NetNamespace.CURRENT, runId)) {
      if (host.virtualization() == Lab.Virtualization.LIBVIRT) {
        throw new UndecidedException(
            "guests by libvirt are not driven yet. Next: give the lab file 'virtualization: qemu'");
      }
      // First: making an image for guests that can't be started takes a while.
      Programs.require("qemu-system-x86_64", "qemu-system-x86");
      Path cache =
          Path.of(Optional.ofNullable(System.getenv("HAIRPIN_CACHE")).orElse("/var/cache/hairpin"));
      GuestImage image = new GuestImages(shell, cache, System.getenv()).get();
      result.complete(
          new Prepared(image, new AcceleratorProbe(shell, cache, runId).choose(wanted(), image)));
    } catch (IOException | RuntimeException failed) {
      result.completeExceptionally(failed);
    }
  }

  private Optional<Accelerator> wanted() {
    return host.accelerator() == Lab.AcceleratorChoice.AUTO
        ? Optional.empty()
        : Optional.of(Accelerator.valueOf(host.accelerator().name()));
  }

  /** Where the guests of all uplinks take turns. */
  GuestRoom room() {
    return room;
  }

  /** Waits for it. */
  Prepared await() throws IOException, InterruptedException {
    try {
      return begin().get();
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new UndecidedException("guests can't be made: " + cause.getMessage(), cause);
    }
  }

  /** The accelerator, with the reason, where it was asked for and is known. */
  synchronized Optional<String> answer() {
    CompletableFuture<Prepared> running = prepared;
    return running != null && running.isDone() && !running.isCompletedExceptionally()
        ? Optional.of(running.join().accelerator().accelerator().name().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Why it was chosen. */
  synchronized Optional<String> reason() {
    CompletableFuture<Prepared> running = prepared;
    return running != null && running.isDone() && !running.isCompletedExceptionally()
        ? Optional.of(running.join().accelerator().reason())
        : Optional.empty();
  }
}
