package dev.hairpin.switches;

import java.io.File;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import net.schmizz.sshj.transport.verification.OpenSSHKnownHosts;

/**
 * Whether the host key is the one the lab file names, by fingerprint, by known-hosts file, or both.
 * A switch may hold several keys and show but one: {@link #preferAnother} asks for the next type,
 * so that a right fingerprint of a second key isn't taken for a wrong one.
 */
final class HostKeyCheck implements HostKeyVerifier {
  private static final List<List<String>> FAMILIES =
      List.of(
          List.of("ssh-ed25519"),
          List.of("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"),
          List.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"),
          List.of("ssh-dss"));

  private final Optional<String> fingerprint;
  private final Optional<OpenSSHKnownHosts> knownHosts;
  private final String expected;
  // Fingerprint of each key that was shown, by the name of its type.
  private final Map<String, String> shown = new LinkedHashMap<>();
  private List<String> preferred = List.of();

  HostKeyCheck(SwitchAccess.Ssh ssh) throws IOException {
    fingerprint = ssh.hostKey().map(HostKeyCheck::unpadded);
    if (ssh.knownHosts().isPresent()) {
      File file = ssh.knownHosts().get().toFile();
      if (!file.canRead()) {
        throw new IOException("the known-hosts file " + file + " is not there or can't be read");
      }
      knownHosts = Optional.of(new OpenSSHKnownHosts(file));
    } else {
      knownHosts = Optional.empty();
    }
    List<String> asked = new ArrayList<>();
    fingerprint.ifPresent(asked::add);
    ssh.knownHosts().ifPresent(path -> asked.add("a key of " + path));
    expected = String.join(" and ", asked);
  }

  @Override
  public synchronized boolean verify(String host, int port, PublicKey key) {
    String got = fingerprintOf(key);
    shown.put(KeyType.fromKey(key).toString(), got);
    boolean asked = fingerprint.isPresent() || knownHosts.isPresent();
    return asked
        && fingerprint.map(got::equals).orElse(true)
        && knownHosts.map(hosts -> hosts.verify(host, port, key)).orElse(true);
  }

  @Override
  public synchronized List<String> findExistingAlgorithms(String host, int port) {
    if (!preferred.isEmpty()) {
      return preferred;
    }
    List<String> known = new ArrayList<>();
    for (String type :
        knownHosts.map(h -> h.findExistingAlgorithms(host, port)).orElse(List.of())) {
      known.addAll(familyOf(type));
    }
    return known;
  }

  /** Asks for a key of a type that was not shown yet; false when all were asked for. */
  synchronized boolean preferAnother() {
    for (int next = FAMILIES.indexOf(preferred) + 1; next < FAMILIES.size(); next++) {
      preferred = FAMILIES.get(next);
      if (preferred.stream().noneMatch(shown::containsKey)) {
        return true;
      }
    }
    return false;
  }

  String expected() {
    return expected;
  }

  /** Each fingerprint that was shown, with its key's type. */
  synchronized List<String> shown() {
    return shown.entrySet().stream().map(e -> e.getValue() + " (" + e.getKey() + ")").toList();
  }

  /** As {@code ssh-keygen -l} prints it: SHA256 and base64 without padding. */
  static String fingerprintOf(PublicKey key) {
    try {
      byte[] blob = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static String unpadded(String text) {
    return text.replaceAll("=+$", "");
  }

  private static List<String> familyOf(String type) {
    return FAMILIES.stream()
        .filter(family -> family.contains(type))
        .findFirst()
        .orElse(List.of(type));
  }
}
