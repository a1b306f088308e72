package dev.hairpin.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an embedded lab's switch is to be like. */
final class EmbeddedSwitchOptions {
  @Option(
      names = "--fault",
      paramLabel = "NAME[:ARG]",
      description =
          "Makes the embedded lab's switch faulty: what this program is tested with."
              + " 'hairpin lab faults' lists the names.")
  private @Nullable String fault;

  @Option(
      names = "--uplinks",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many uplinks the embedded lab has, 1 to 64. Default: ${DEFAULT-VALUE}.")
  private int uplinks = 1;

  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  int uplinks() {
    return uplinks;
  }
}
