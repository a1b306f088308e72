package dev.hairpin.embedded;

import dev.hairpin.linux.Child;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A switch that is a process.
 *
 * @param child its main process
 * @param readyFile what it makes once it forwards between all of its ports
 */
record ForwardingProcess(Child child, Path readyFile) {
  boolean ready() {
    return Files.exists(readyFile);
  }
}
