package dev.hairpin.host;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The guest's first process: loads the network card's modules and becomes a shell on the second
 * serial line. The network card stays down until somebody sets it up.
 */
final class GuestInit {
  private GuestInit() {}

  /** The script, for a set of modules in the order in which they are to be loaded. */
  static byte[] script(Set<String> modules) {
    return template().formatted(String.join(" ", modules)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The script before the modules are filled in. Debian's busybox finds its applets by itself once
   * {@code /proc} is there.
   */
  static String template() {
    return """
        #!/bin/busybox sh
        export PATH=/sbin:/bin HOME=/root LC_ALL=C
        /bin/busybox mount -t proc proc /proc
        mount -t sysfs sys /sys
        mount -t devtmpfs dev /dev
        for each in %s; do insmod /modules/$each.ko; done
        /sbin/ip link set lo up
        exec 3<>/dev/ttyS1
        stty raw -echo <&3
        echo hairpin-guest-ready >&3
        exec sh <&3 >&3 2>&3
        """;
  }
}
