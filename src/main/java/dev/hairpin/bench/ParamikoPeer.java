package dev.hairpin.bench;

import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The relay set and read back in paramiko's open session, with TCP_NODELAY. */
final class ParamikoPeer {
  private static final Duration PATIENCE = Duration.ofSeconds(50);

  private ParamikoPeer() {}

  /** The median in milliseconds. */
  static double measure(BenchLab lab, Peer python, int times) throws IOException {
    Map<String, String> values = lab.box().values();
    try (Shell shell = LocalShell.open(lab.box().managementNamespace(), lab.run().id());
        Workbench bench = Workbench.make()) {
      Path script = bench.take("paramiko_set.py");
      return Double.parseDouble(
          shell
              .run(
                  "%s -W ignore %s %s %s %s %d </dev/null 2>&1"
                      .formatted(
                          python.program(),
                          script,
                          values.get("address"),
                          values.get("private-key"),
                          lab.uplink().uplink().port(),
                          times),
                  PATIENCE)
              .require()
              .strip());
    }
  }
}
