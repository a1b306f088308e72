package dev.hairpin.switches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real net-snmp agent on this machine, with users of its own; its bridge tables and the
 * reflective-relay object (index is the bridge port, 1 on, 2 off) come from a script.
 */
final class NetSnmpAgent implements AutoCloseable {
  static final String RELAY = "1.3.6.1.4.1.26543.2.7.6.1.1.2.3.1.59";

  private static final String SCRIPT =
      """
      #!/usr/bin/perl
      # pass_persist script of snmpd
      use strict;
      $| = 1;
      my $state = $0 =~ s|/[^/]*$||r;
      my $relay = ".1.3.6.1.4.1.26543.2.7.6.1.1.2.3.1.59";
      my %table = (
        ".1.3.6.1.2.1.17.1.4.1.2.7" => 1,
        ".1.3.6.1.2.1.17.4.3.1.2.2.72.80.0.0.1" => 7,
        ".1.3.6.1.2.1.17.4.3.1.2.2.72.80.0.0.2" => 0,
        ".1.3.6.1.2.1.17.4.3.1.3.2.72.80.0.0.1" => 3,
        "$relay.7" => 2,
        "$relay.8" => 2,
      );
      sub key { join ".", map { sprintf "%010d", $_ } grep { length } split /\\./, shift }
      my @order = sort { key($a) cmp key($b) } keys %table;
      sub show { my $oid = shift; print defined $oid ? "$oid\\ninteger\\n$table{$oid}\\n" : "NONE\\n" }
      while (my $verb = <STDIN>) {
        chomp $verb;
        next if $verb eq ""; # snmpd sends an empty line after each value to be set
        if ($verb eq "PING") { print "PONG\\n"; next }
        chomp(my $oid = <STDIN>);
        if ($verb eq "get") { show(exists $table{$oid} ? $oid : undef) }
        elsif ($verb eq "getnext") { show((grep { key($_) gt key($oid) } @order)[0]) }
        else {
          chomp(my $value = <STDIN>);
          open my $sets, ">>", "$state/sets"; print $sets "$oid $value\\n"; close $sets;
          my ($number) = $value =~ /(\\d+)/;
          if ($oid eq "$relay.8") { print "inconsistent-value\\n" }
          elsif ($oid ne "$relay.7") { print "not-writable\\n" }
          elsif ($number != 1 && $number != 2) { print "wrong-value\\n" }
          else { $table{$oid} = $number; print "DONE\\n" }
        }
      }
      """;

  private final Path folder;
  private final int port = freeUdpPort();
  private final Process agent;

  NetSnmpAgent(Path folder) {
    this.folder = folder;
    try {
      Path script = Files.writeString(folder.resolve("pass.pl"), SCRIPT);
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.writeString(folder.resolve("sets"), "");
      Path config = folder.resolve("snmpd.conf");
      Files.write(
          config,
          Stream.concat(
                  Stream.of(
                      "agentAddress udp:127.0.0.1:" + port,
                      "sysName tor1",
                      "rwcommunity writes-it 127.0.0.1",
                      "rocommunity reads-it 127.0.0.1",
                      "createUser plain",
                      "rwuser plain noauth",
                      "createUser reader SHA-256 readers-pass AES readers-secret",
                      "view system included .1.3.6.1.2.1.1",
                      "rouser reader priv -V system",
                      "rwuser qa",
                      "createUser qa SHA-256 authpass-1 AES privpass-1",
                      "pass_persist .1.3.6.1.2.1.17 " + script,
                      "pass_persist ." + RELAY + " " + script),
                  Stream.of("MD5", "SHA-1", "SHA-224", "SHA-384", "SHA-512")
                      .flatMap(
                          name ->
                              Stream.of("DES", "AES", "AES-192", "AES-256")
                                  .flatMap(
                                      secrecy -> {
                                        String user = (name + secrecy).replace("-", "");
                                        String auth = name.replace("SHA-1", "SHA");
                                        return Stream.of(
                                            "createUser %s %s authpass-1 %s privpass-1"
                                                .formatted(user, auth, secrecy),
                                            "rwuser " + user);
                                      })))
              .toList());
      ProcessBuilder builder =
          new ProcessBuilder(
              "/usr/sbin/snmpd",
              "-f",
              "-Lf",
              folder.resolve("snmpd.log").toString(),
              "-C",
              "-c",
              config.toString(),
              "-I",
              "-smux",
              "-p",
              folder.resolve("pid").toString());
      builder.environment().put("SNMP_PERSISTENT_DIR", folder.toString());
      agent = builder.redirectErrorStream(true).start();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    try {
      awaitAnswer();
    } catch (IOException mute) {
      close();
      throw new UncheckedIOException(mute);
    }
  }

  int port() {
    return port;
  }

  /** The SETs that the script was given, in order. */
  List<String> sets() throws IOException {
    return Files.readAllLines(folder.resolve("sets"));
  }

  static int freeUdpPort() {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private void awaitAnswer() throws IOException {
    // A v2c GET of sysName.0.
    byte[] get =
        HexFormat.of()
            .parseHex(
                "3000020101040872656164732d6974a019020101020100020100"
                    + "300e300c06082b060102010105000500");
    get[1] = (byte) (get.length - 2);
    long deadline = System.nanoTime() + 10_000_000_000L;
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(100);
      while (true) {
        try {
          socket.send(new DatagramPacket(get, get.length, InetAddress.getLoopbackAddress(), port));
          socket.receive(new DatagramPacket(new byte[1500], 1500));
          return;
        } catch (IOException notYet) {
          if (System.nanoTime() > deadline || !agent.isAlive()) {
            throw new IOException(
                "snmpd does not answer: " + Files.readString(folder.resolve("snmpd.log")), notYet);
          }
        }
      }
    }
  }

  @Override
  public void close() {
    agent.destroyForcibly().onExit().join();
  }
}
