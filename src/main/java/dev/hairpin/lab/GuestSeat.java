package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.host.Guest;
import dev.hairpin.linux.ShellResult;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A guest that has booted, with its addresses and a capture of what its macvtap passes on to it.
 *
 * @param ipv4 without prefix length; the net is a /24
 * @param ipv6 without prefix length; the net is a /64
 */
public record GuestSeat(
    Guest guest, CapturePoint point, NicWatcher watcher, String ipv4, String ipv6) {
  /** udhcpc calls its script with what has become of it, and the address in its environment. */
  private static final String ASK =
      "printf '#!/bin/busybox sh\n[ \"$1\" = bound ] && echo $ip >/tmp/lease\n' >/tmp/leased;"
          + " chmod +x /tmp/leased; rm -f /tmp/lease;"
          + " udhcpc -i eth0 -f -n -q -t 3 -T 2 -s /tmp/leased >/dev/null 2>&1; cat /tmp/lease";

  private static final Duration ADDRESSES = Duration.ofSeconds(15);

  /** Its name: {@code A} or {@code B}. */
  public String name() {
    return guest.name();
  }

  /** Its address. */
  public MacAddress mac() {
    return guest.mac();
  }

  /**
   * Gives its interface its addresses anew and waits until duplicate address detection has ended
   * (RFC 4862 section 5.4).
   *
   * @return what the guest says of its addresses then
   */
  String addressAnew() throws IOException {
    run("ip link set eth0 down; ip addr flush dev eth0; ip link set eth0 up");
    guest.address(ipv4 + "/24");
    guest.address(ipv6 + "/64");
    return awaitAddresses();
  }

  private String awaitAddresses() throws IOException {
    ShellResult result =
        guest
            .shell()
            .run(
                "until ip -6 addr show dev eth0 | grep -q '%s/64' && ! ip -6 addr show dev eth0 | grep -q tentative;"
                        .formatted(ipv6)
                    + " do ip -6 addr show dev eth0 | grep -q dadfailed && break; usleep 50000; done;"
                    + " ip addr show dev eth0",
                ADDRESSES);
    return result.output();
  }

  /** Whether its addresses are there and usable. */
  boolean addressed() throws IOException {
    String addresses = run("ip addr show dev eth0").output();
    return addresses.contains(ipv4 + "/24")
        && addresses.contains(ipv6 + "/64")
        && !addresses.contains("tentative")
        && !addresses.contains("dadfailed");
  }

  /**
   * Asks for an address by DHCP, and doesn't keep it.
   *
   * @return what it was given, or nothing when nobody gave it one in a few seconds
   */
  public Optional<String> lease() throws IOException {
    String given = run(ASK).output().strip();
    return given.isEmpty() ? Optional.empty() : Optional.of(given);
  }

  /** Runs a command in the guest. */
  public ShellResult run(String command) throws IOException {
    return guest.shell().run(command, Duration.ofSeconds(30));
  }

  void close() throws IOException {
    watcher.close();
    guest.close();
  }
}
