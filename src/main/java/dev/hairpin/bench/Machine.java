package dev.hairpin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What figures depend on. */
final class Machine {
  private Machine() {}

  static Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("kernel", System.getProperty("os.version"));
    facts.put("architecture", System.getProperty("os.arch"));
    facts.put("java", System.getProperty("java.version"));
    facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("processor", value("/proc/cpuinfo", "model name"));
    facts.put("memory", value("/proc/meminfo", "MemTotal"));
    facts.put("load-before", first("/proc/loadavg"));
    return facts;
  }

  private static String value(String file, String key) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException unreadable) {
      return "unknown";
    }
  }

  private static String first(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
