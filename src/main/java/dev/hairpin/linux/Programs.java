package dev.hairpin.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs that are installed. */
public final class Programs {
  private Programs() {}

  /** Where a program is: in a directory of {@code PATH}, or where Debian puts root's. */
  public static Optional<Path> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Arrays.stream(path.split(":")), Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin"))
        .filter(each -> !each.isEmpty())
        .map(each -> Path.of(each, name))
        .filter(each -> Files.isRegularFile(each) && Files.isExecutable(each))
        .findFirst();
  }

  /**
   * Where a program is that is needed.
   *
   * @param debianPackage has it, for the message
   * @throws IOException that says how to install it
   */
  public static Path require(String name, String debianPackage) throws IOException {
    return find(name)
        .orElseThrow(
            () ->
                new IOException(
                    "%s is not installed: run 'apt-get install %s'"
                        .formatted(name, debianPackage)));
  }
}
