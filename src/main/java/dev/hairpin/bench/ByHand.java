package dev.hairpin.bench;

import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.time.Duration;

/** Twelve checks by a shell script, with the programs that one would take without this one. */
final class ByHand {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private ByHand() {}

  /** Makes them; a peer that doesn't find what is true is no peer. */
  static void checkAll(BenchLab lab) throws IOException {
    try (Shell shell = LocalShell.open(lab.box().hostNamespace(), lab.run().id());
        Workbench bench = Workbench.make()) {
      String right =
          shell
              .run(
                  "sh %s %s %s %s %s </dev/null 2>&1"
                      .formatted(
                          bench.take("by-hand.sh"),
                          lab.uplink().uplink().nic(),
                          lab.box().switchNamespace().name().orElseThrow(),
                          lab.uplink().uplink().port(),
                          bench.file("seen")),
                  PATIENCE)
              .output()
              .strip();
      if (!right.equals("12 right")) {
        throw new IOException("by hand, not all twelve checks come out right: " + right);
      }
    }
  }
}
