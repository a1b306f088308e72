package dev.hairpin.bench;

import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Programs;
import dev.hairpin.linux.ShellResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Peers that are modules of Python: Debian's has them, where another one may come first. */
final class PythonModules {
  private static final Path DEBIANS = Path.of("/usr/bin/python3");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private PythonModules() {}

  /** The interpreter that has the module, with the module's version. */
  static Optional<Peer> find(String peer, String module) throws IOException {
    try (LocalShell shell = LocalShell.open(NetNamespace.CURRENT, "bench")) {
      for (Path each :
          Stream.concat(Stream.of(DEBIANS), Programs.find("python3").stream())
              .filter(Files::isExecutable)
              .toList()) {
        ShellResult said =
            shell.run(
                "%s -c 'import %s as m; print(m.__version__)' </dev/null 2>/dev/null"
                    .formatted(each, module),
                PATIENCE);
        if (said.ok()) {
          return Optional.of(new Peer(peer, each, said.output().strip()));
        }
      }
    }
    return Optional.empty();
  }
}
