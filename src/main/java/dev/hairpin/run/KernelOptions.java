package dev.hairpin.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What the running kernel was built with, as far as it tells. */
final class KernelOptions {
  private final Path root;
  private final String release;

  /**
   * Reads below a folder.
   *
   * @param root {@code /}
   * @param release as {@code uname -r} says it
   */
  KernelOptions(Path root, String release) {
    this.root = root;
    this.release = release;
  }

  /** Whether something is there. */
  enum Answer {
    THERE,
    /** As a module, which the kernel loads when it is asked for. */
    MODULE,
    ABSENT,
    /** Nothing tells. */
    UNKNOWN
  }

  /**
   * Asks for a driver.
   *
   * @param option such as {@code CONFIG_MACVTAP}
   * @param module such as {@code macvtap}
   */
  Answer ask(String option, String module) throws IOException {
    if (Files.isDirectory(root.resolve("sys/module").resolve(module))
        || listed("modules.builtin", module)) {
      return Answer.THERE;
    }
    if (listed("modules.dep", module)) {
      return Answer.MODULE;
    }
    Set<String> lines = configuration(each -> each.contains(option));
    if (lines.contains(option + "=y")) {
      return Answer.THERE;
    }
    boolean folder = Files.exists(modules().resolve("modules.dep"));
    if (lines.contains(option + "=m")) {
      // Built as a module, and the module isn't here.
      return folder ? Answer.ABSENT : Answer.UNKNOWN;
    }
    boolean told = !configuration(each -> each.startsWith("CONFIG_NET=")).isEmpty();
    return told || folder ? Answer.ABSENT : Answer.UNKNOWN;
  }

  private Path modules() {
    return root.resolve("lib/modules").resolve(release);
  }

  private boolean listed(String file, String module) throws IOException {
    Path list = modules().resolve(file);
    if (!Files.isReadable(list)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(list)) {
      return lines.anyMatch(each -> each.matches(".*/" + module + "\\.ko(\\.[a-z0-9]+)?(:.*)?"));
    }
  }

  private Set<String> configuration(Predicate<String> wanted) throws IOException {
    for (Path each :
        List.of(
            root.resolve("proc/config.gz"),
            root.resolve("boot/config-" + release),
            modules().resolve("config"))) {
      if (Files.isReadable(each)) {
        try (InputStream file = Files.newInputStream(each);
            InputStream plain = each.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
            BufferedReader lines =
                new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
          return lines.lines().filter(wanted).collect(Collectors.toSet());
        }
      }
    }
    return Set.of();
  }
}
