package dev.hairpin.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What this process may do (capabilities(7), the effective set).
 *
 * @param effective the bits of {@code CapEff}
 */
public record Privileges(long effective) {
  private static final int CAP_NET_ADMIN = 12;
  private static final int CAP_NET_RAW = 13;
  private static final int CAP_SYS_ADMIN = 21;
  private static final String FIELD = "CapEff:";

  /** Those of the running program. */
  public static Privileges current() throws IOException {
    return parse(Files.readAllLines(Path.of("/proc/self/status")));
  }

  /** From the lines of a {@code /proc/PID/status}. */
  static Privileges parse(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(FIELD))
        .map(line -> line.substring(FIELD.length()).strip())
        .map(digits -> new Privileges(Long.parseUnsignedLong(digits, 16)))
        .findFirst()
        .orElse(new Privileges(0));
  }

  /** May make and change network interfaces. */
  public boolean netAdmin() {
    return has(CAP_NET_ADMIN);
  }

  /** May open packet sockets. */
  public boolean netRaw() {
    return has(CAP_NET_RAW);
  }

  /** May enter and make namespaces. */
  public boolean sysAdmin() {
    return has(CAP_SYS_ADMIN);
  }

  /** The names of those a run needs and this process lacks. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!netAdmin()) {
      missing.add("CAP_NET_ADMIN");
    }
    if (!netRaw()) {
      missing.add("CAP_NET_RAW");
    }
    if (!sysAdmin()) {
      missing.add("CAP_SYS_ADMIN");
    }
    return missing;
  }

  private boolean has(int capability) {
    return (effective >> capability & 1) == 1;
  }
}
