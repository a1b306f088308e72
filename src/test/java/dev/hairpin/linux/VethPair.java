package dev.hairpin.linux;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A namespace with a NIC, {@code eth3}, cabled to port {@code swp1} of a Linux bridge in another
 * namespace. The bridge's other port {@code swp2} is cabled to {@code eth4} in the first.
 */
public final class VethPair implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  public final NetNamespace host;
  public final NetNamespace sw;
  public final LocalShell shell;
  public final LocalShell switchShell;

  public VethPair(String runId) throws IOException {
    String prefix =
        "hpt-host-%d-%d-".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    host = NetNamespace.named(prefix + "host");
    sw = NetNamespace.named(prefix + "sw");
    try (LocalShell own = LocalShell.open(NetNamespace.CURRENT, runId)) {
      own.run(
              """
              set -e
              for each in %1$s %2$s; do
                ip netns add $each
                ip netns exec $each sysctl -qw net.ipv6.conf.default.disable_ipv6=1
                ip -n $each link set lo up
              done
              ip -n %1$s link add eth3 type veth peer name swp1 netns %2$s
              ip -n %1$s link add eth4 type veth peer name swp2 netns %2$s
              ip -n %2$s link add br0 type bridge mcast_snooping 0
              for each in swp1 swp2; do ip -n %2$s link set $each master br0 up; done
              ip -n %2$s link set br0 up
              for each in eth3 eth4; do ip -n %1$s link set $each up; done
              """
                  .formatted(prefix + "host", prefix + "sw"))
          .require();
    }
    shell = LocalShell.open(host, runId);
    switchShell = LocalShell.open(sw, runId);
  }

  /** Sets reflective relay of the port that eth3 is plugged into. */
  public void hairpin(boolean on) throws IOException {
    switchShell.run("bridge link set dev swp1 hairpin " + (on ? "on" : "off")).require();
  }

  @Override
  public void close() throws IOException {
    shell.close();
    switchShell.close();
    try (LocalShell own = LocalShell.open(NetNamespace.CURRENT, "test")) {
      own.run("ip netns del %s; ip netns del %s".formatted(name(host), name(sw))).require();
    }
  }

  private static String name(NetNamespace namespace) {
    return namespace.name().orElseThrow();
  }
}
