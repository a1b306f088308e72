package dev.hairpin.run;

import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the scenarios on uplinks beside one another: one thread, and one Cucumber, for each.
 *
 * <p>Of tens of uplinks some wait until others have ended. All at once they would do the same thing
 * at the same time: first wait for the switch's one session, then for the processors, and late
 * enough for fences to time out. Behind one another by some scenarios, both are busy all the time.
 */
final class UplinksBesideOneAnother {
  private static final int MOST_AT_ONCE = 16;

  private final Scenarios scenarios;
  private final Plan plan;
  private final CheckResults results;
  private final Transcript transcript;
  private final Progress progress;
  private final Interruption interruption;

  UplinksBesideOneAnother(
      Scenarios scenarios,
      Plan plan,
      CheckResults results,
      Transcript transcript,
      Progress progress,
      Interruption interruption) {
    this.scenarios = scenarios;
    this.plan = plan;
    this.results = results;
    this.transcript = transcript;
    this.progress = progress;
    this.interruption = interruption;
  }

  /**
   * Runs them.
   *
   * @param folder where each uplink's Cucumber messages go
   * @throws IOException when the scenarios could not be run at all on one of them
   */
  List<FinishedUplink> run(List<UplinkSession> uplinks, Path folder)
      throws IOException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(uplinks.size(), MOST_AT_ONCE),
            work -> {
              Thread thread = new Thread(work, "hairpin-uplink");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<FinishedUplink>> runs = new ArrayList<>();
      for (UplinkSession each : uplinks) {
        UplinkRun run =
            new UplinkRun(each, scenarios, plan, results, transcript, progress, interruption);
        runs.add(threads.submit(() -> run.run(messages(folder, each))));
      }
      List<FinishedUplink> finished = new ArrayList<>();
      Optional<ExecutionException> failure = Optional.empty();
      // All of them, before anything is closed under one that runs still.
      for (Future<FinishedUplink> run : runs) {
        try {
          finished.add(run.get());
        } catch (ExecutionException failed) {
          failure = failure.or(() -> Optional.of(failed));
        }
      }
      if (failure.isPresent()) {
        throw new IOException(
            "the scenarios could not be run: " + failure.get().getCause(), failure.get());
      }
      return finished;
    } finally {
      threads.shutdown();
    }
  }

  static Path messages(Path folder, UplinkSession uplink) {
    return folder.resolve("messages-%s.ndjson".formatted(uplink.uplink().name()));
  }
}
