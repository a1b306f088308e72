package dev.hairpin.capture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.wire.FrameSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.slf4j.LoggerFactory;

/** A NIC {@code eth3} whose other end is a bridge port that sends everything back. */
final class HairpinWire implements AutoCloseable {
  static {
    ((Logger) LoggerFactory.getLogger("org.pcap4j")).setLevel(Level.WARN);
  }

  private final String host;
  private final String bridge;

  HairpinWire(String name) throws Exception {
    host = "hpt-capture-" + name;
    bridge = host + "-sw";
    close();
    ip("netns add " + host);
    ip("netns add " + bridge);
    namespace().call(() -> write("/proc/sys/net/ipv6/conf/default/disable_ipv6"));
    NetNamespace.named(bridge).call(() -> write("/proc/sys/net/ipv6/conf/default/disable_ipv6"));
    ip("-n " + bridge + " link add br0 type bridge mcast_snooping 0");
    ip("-n " + bridge + " link add swp1 type veth peer name eth3 netns " + host);
    ip("-n " + bridge + " link set swp1 master br0 up");
    ip("-n " + bridge + " link set swp1 type bridge_slave hairpin on");
    ip("-n " + bridge + " link set br0 up");
    ip("-n " + host + " link set eth3 up");
  }

  /** What {@code ip} says; it must succeed. */
  static String ip(String arguments) throws Exception {
    Process process =
        new ProcessBuilder(("ip " + arguments).split(" ")).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("ip " + arguments + ": " + said);
    }
    return said;
  }

  String onHost(String arguments) throws Exception {
    return ip("-n " + host + " " + arguments);
  }

  void mtu(int octets) throws Exception {
    ip("-n " + bridge + " link set swp1 mtu " + octets);
    onHost("link set eth3 mtu " + octets);
  }

  void reflect(boolean on) throws Exception {
    ip("-n " + bridge + " link set swp1 type bridge_slave hairpin " + (on ? "on" : "off"));
  }

  /** Where eth3 is. */
  NetNamespace namespace() {
    return NetNamespace.named(host);
  }

  NicCapture capture(CaptureOptions options, FrameSink sink) throws Exception {
    return NicCapture.open(namespace(), "eth3", options, sink);
  }

  /** Sends frames as they are from eth3. */
  PcapHandle sender() throws Exception {
    return namespace()
        .call(
            () ->
                new PcapHandle.Builder("eth3")
                    .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
                    .snaplen(100)
                    .bufferSize(4_096)
                    .build());
  }

  private static Void write(String file) throws IOException {
    // /proc/sys/net shows the namespace of the thread that opens it.
    java.nio.file.Files.writeString(java.nio.file.Path.of(file), "1");
    return null;
  }

  @Override
  public void close() throws Exception {
    for (String each : new String[] {host, bridge}) {
      if (java.nio.file.Files.exists(java.nio.file.Path.of("/run/netns", each))) {
        ip("netns delete " + each);
      }
    }
  }
}
