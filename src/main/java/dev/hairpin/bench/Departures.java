package dev.hairpin.bench;

import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.time.Duration;

/** Whether frames that somebody says to have sent did leave the NIC, by the NIC's own counter. */
final class Departures {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Shell shell;
  private final String command;

  /** Of a NIC in the shell's namespace. */
  Departures(Shell shell, String nic) {
    this.shell = shell;
    this.command = "cat /sys/class/net/%s/statistics/tx_packets".formatted(nic);
  }

  /** Does the work and gives what it gives, once so many frames have left. */
  double require(int frames, Samples.Measured work) throws Exception {
    long before = count();
    double value = work.run();
    long left = count() - before;
    if (left < frames) {
      throw new IOException("only %d of %d frames left the NIC".formatted(left, frames));
    }
    return value;
  }

  private long count() throws IOException {
    return Long.parseLong(shell.run(command, PATIENCE).require().strip());
  }
}
