package dev.hairpin.host;

import dev.hairpin.linux.VethPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A KVM host in a namespace, cabled to a Linux bridge. */
final class Cable implements AutoCloseable {
  static final String RUN = "20261122-000000-0003";

  final VethPair pair = new VethPair(RUN);
  final Path directory = Files.createTempDirectory("hairpin-test-");
  final KvmHost host;

  Cable() throws IOException {
    this(UndoLog.NONE);
  }

  Cable(UndoLog undo) throws IOException {
    host = new KvmHost(pair.host, pair.shell, RUN, new StationAddresses(0xAB), directory, undo);
  }

  List<String> labelled() throws IOException {
    return host.links().labelled();
  }

  @Override
  public void close() throws IOException {
    pair.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
