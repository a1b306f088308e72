package dev.hairpin.lab;

import dev.hairpin.linux.ShellResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What one guest tries to tell another, by commands over their serial lines. */
public final class GuestTalk {
  private static final String FORGET =
      "ip neigh flush dev eth0 nud all; ip -6 neigh flush dev eth0 nud all";
  private static final int DATAGRAM = 1_000;
  private static final int STREAM = 1 << 20;

  /**
   * Two streams in segments of an Ethernet's usual size, each acknowledged by itself, out and back:
   * what a capture may have to hold while it has no processor to itself.
   */
  static final int MOST_FRAMES = 6_000;

  /** With tags and to spare, in octets. */
  static final int LONGEST = 1_600;

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final GuestSeat from;
  private final GuestSeat to;

  /** From one to the other. */
  public GuestTalk(GuestSeat from, GuestSeat to) {
    this.from = from;
    this.to = to;
  }

  /** Forgets what both know of neighbours; beside one another, for a guest's commands take time. */
  public void forget() throws IOException {
    CompletableFuture<ShellResult> other =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return to.run(FORGET);
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
            });
    ShellResult own = from.run(FORGET);
    try {
      other.join().require();
    } catch (CompletionException failed) {
      throw new IOException(
          "guest %s did not forget its neighbours: %s".formatted(to.name(), failed.getCause()),
          failed);
    }
    own.require();
  }

  /** Tells the sender the other's MAC address for good: no ARP, no neighbour discovery. */
  public void knowForGood() throws IOException {
    String known = "ip neigh replace %s lladdr %s dev eth0 nud permanent";
    from.run(known.formatted(to.ipv4(), to.mac()) + " && " + known.formatted(to.ipv6(), to.mac()))
        .require();
  }

  /**
   * ICMP echo, once, over IPv4 or IPv6.
   *
   * @return whether it was answered
   */
  public boolean echo(boolean ipv6) throws IOException {
    return from.run("ping -c 1 -W 3 " + (ipv6 ? to.ipv6() : to.ipv4())).ok();
  }

  /** Both kinds of ICMP echo at once, each with a second to be answered; whether any was. */
  public boolean echoBoth() throws IOException {
    return from.run(
            "ping -c 1 -W 1 %s & ping -c 1 -W 1 %s; a=$?; wait $! && a=0; [ $a = 0 ]"
                .formatted(to.ipv4(), to.ipv6()))
        .ok();
  }

  /** Whether the sender has found out the other's MAC address. */
  public boolean resolved(boolean ipv6) throws IOException {
    return from.run("ip neigh show %s dev eth0".formatted(ipv6 ? to.ipv6() : to.ipv4()))
        .output()
        .contains(to.mac().toString());
  }

  /** A UDP datagram, told by its digest; whether it arrived whole. */
  public boolean datagram(boolean ipv6) throws IOException {
    int port = ipv6 ? 7006 : 7004;
    listen("/sbin/nc %s -u -l -W 1 %d".formatted(family(ipv6), port), port, "udp");
    from.run(
        "head -c %d /dev/urandom >/tmp/sent; nc %s -u -w 1 -q 0 %s %d </tmp/sent"
            .formatted(DATAGRAM, family(ipv6), address(ipv6), port));
    return same();
  }

  /** A TCP stream of a mebibyte, told by its digest; whether it arrived whole. */
  public boolean stream(boolean ipv6) throws IOException {
    int port = ipv6 ? 8006 : 8004;
    listen("/sbin/nc %s -l %d".formatted(family(ipv6), port), port, "tcp");
    from.guest()
        .shell()
        .run(
            "head -c %d /dev/urandom >/tmp/sent; timeout 10 /sbin/nc %s -N -w 3 %s %d </tmp/sent"
                .formatted(STREAM, family(ipv6), address(ipv6), port),
            DEADLINE);
    return same();
  }

  private static String family(boolean ipv6) {
    return ipv6 ? "-6" : "-4";
  }

  private String address(boolean ipv6) {
    return ipv6 ? to.ipv6() : to.ipv4();
  }

  /** Starts a listener in the receiving guest and waits until its socket is there. */
  private void listen(String command, int port, String protocol) throws IOException {
    to.run(
            "rm -f /tmp/got; (timeout 10 %s >/tmp/got; : >/tmp/done) </dev/null >/dev/null 2>&1 & rm -f /tmp/done;"
                    .formatted(command)
                + " n=0; until grep -q ':%04X ' /proc/net/%s /proc/net/%s6; do n=$((n+1)); [ $n -gt 100 ] && exit 1; usleep 20000; done"
                    .formatted(port, protocol, protocol))
        .require();
  }

  /** Waits until the listener has ended, and compares what went in with what came out. */
  private boolean same() throws IOException {
    String sent = from.run("sha256sum </tmp/sent").require();
    String got =
        to.run(
                "n=0; until [ -e /tmp/done ]; do n=$((n+1)); [ $n -gt 300 ] && break; usleep 20000; done; sha256sum </tmp/got")
            .output();
    return sent.equals(got);
  }
}
