package dev.hairpin.switches;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures what talking to a switch costs; run by hand, nothing is asserted. */
final class SwitchCosts {
  private SwitchCosts() {}

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("switch-costs");
    Path ports = Files.createDirectory(folder.resolve("ports"));
    Files.writeString(ports.resolve("swp1"), "hairpin off\n");
    Secrets secrets =
        new Secrets(Map.of("AUTH", "authpass-1", "PRIV", "privpass-1", "C", "writes-it"));
    try (Transcript transcript = Transcript.open(folder.resolve("transcript.log"), secrets)) {
      try (OpenSsh server = new OpenSsh(folder, folder, "ForceCommand bash --norc -i")) {
        // Commands that the shell itself carries out, so that what is measured is the talking.
        Profile profile = TestProfiles.bash(ports.toString(), "read x < %s/{port}; echo $x");
        SwitchAccess access = server.access("ed25519", "ed25519");
        long start = System.nanoTime();
        SwitchSession first = SwitchSession.open(access, profile, Reach.HERE, transcript, secrets);
        System.out.printf("ssh: first open %.1f ms%n", (System.nanoTime() - start) / 1e6);
        first.close();
        time(
            "ssh: open",
            20,
            () -> SwitchSession.open(access, profile, Reach.HERE, transcript, secrets).close());
        try (SwitchSession session =
            SwitchSession.open(access, profile, Reach.HERE, transcript, secrets)) {
          measure("ssh", session, "swp1");
        }
      }
      try (NetSnmpAgent agent = new NetSnmpAgent(folder)) {
        SwitchAccess.Snmp v3 =
            new SwitchAccess.Snmp(
                agent.port(),
                3,
                Optional.of("qa"),
                Optional.of(
                    new SwitchAccess.Protocol(
                        "SHA-256", new Secret(Secret.Kind.ENVIRONMENT, "AUTH"))),
                Optional.of(
                    new SwitchAccess.Protocol(
                        "AES-128", new Secret(Secret.Kind.ENVIRONMENT, "PRIV"))),
                Optional.empty());
        SwitchAccess.Snmp v2c =
            new SwitchAccess.Snmp(
                agent.port(),
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "C")));
        String oid = "1.3.6.1.2.1.1.6.0";
        Profile profile =
            TestProfiles.snmp(
                new Profile.RelaySnmp(
                    List.of(new Profile.SnmpSet(oid, "string", "1")),
                    List.of(new Profile.SnmpSet(oid, "string", "2")),
                    new Profile.SnmpShow(oid, "1")));
        for (SwitchAccess.Snmp snmp : List.of(v3, v2c)) {
          SwitchAccess access =
              new SwitchAccess(
                  "tor1",
                  "p",
                  "127.0.0.1",
                  SwitchAccess.Control.SNMP,
                  Optional.empty(),
                  Optional.of(snmp));
          String name = "snmp v" + snmp.version();
          long start = System.nanoTime();
          try (SwitchSession session =
              SwitchSession.open(access, profile, Reach.HERE, transcript, secrets)) {
            System.out.printf("%s: first open %.1f ms%n", name, (System.nanoTime() - start) / 1e6);
            measure(name, session, "lo");
            time(name + ": port facts", 200, () -> session.portFacts("lo"));
          }
        }
      }
    }
  }

  private static void measure(String name, SwitchSession session, String port) throws Exception {
    time(name + ": show", 300, () -> session.show(port));
    time(name + ": set and read back", 300, () -> session.set(port, RelayState.ON));
  }

  private static void time(String what, int rounds, Work work) throws Exception {
    List<Long> times = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      work.run();
      times.add(System.nanoTime() - start);
    }
    Collections.sort(times);
    System.out.printf(
        "%s: median %.2f ms, p95 %.2f ms, min %.2f ms (%d rounds)%n",
        what,
        times.get(rounds / 2) / 1e6,
        times.get(rounds * 95 / 100) / 1e6,
        times.get(0) / 1e6,
        rounds);
  }
}
