package dev.hairpin.host;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The guest's first process: loads the network card's modules and becomes a shell that takes the
 * second serial line for its script (as its input it would edit and echo lines). The line is its
 * controlling terminal, so that {@link #INTERRUPT} ends the command that runs (a subshell, where
 * the trap does not hold). The network card stays down until somebody sets it up.
 */
final class GuestInit {
  /** The terminal's interrupt character. */
  static final int INTERRUPT = 3;

  private GuestInit() {}

  /** The script, for a set of modules in the order in which they are to be loaded. */
  static byte[] script(Set<String> modules) {
    return template().formatted(String.join(" ", modules)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The script before the modules are filled in. Debian's static busybox finds its applets by
   * itself once {@code /proc} is there; the dynamic one needs their names.
   */
  static String template() {
    return """
        #!/bin/busybox sh
        export PATH=/sbin:/bin HOME=/root LC_ALL=C
        /bin/busybox mount -t proc proc /proc
        type setsid >/dev/null || /bin/busybox --install -s /bin 2>/dev/null
        mount -t sysfs sys /sys
        mount -t devtmpfs dev /dev
        for each in %s; do insmod /modules/$each.ko; done
        /sbin/ip link set lo up
        exec setsid sh -c '
          ip() { /sbin/ip "$@"; }
          nc() { /sbin/nc "$@"; }
          trap : INT
          exec 3<>/dev/ttyS1
          stty raw -echo isig noflsh <&3
          echo hairpin-guest-ready >&3
          . /dev/ttyS1 >&3 2>&3'
        """;
  }
}
