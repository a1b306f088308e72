package dev.hairpin.certify;

import java.io.IOException;
import java.util.Map;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** What kind of key a file holds (the algorithms of RFC 3279, 4055 and 8410), in words. */
final class KeyKind {
  private static final String ED25519 = "1.3.101.112";

  private static final Map<String, String> OTHERS =
      Map.of(
          "1.2.840.113549.1.1.1", "an RSA key",
          "1.2.840.113549.1.1.10", "an RSA-PSS key",
          "1.2.840.113549.1.3.1", "a Diffie-Hellman key",
          "1.2.840.10040.4.1", "a DSA key",
          "1.2.840.10045.2.1", "an elliptic-curve (ECDSA) key",
          "1.3.101.110", "an X25519 key, which can't sign",
          "1.3.101.111", "an X448 key, which can't sign",
          "1.3.101.113", "an Ed448 key");

  private KeyKind() {}

  /**
   * Lets an Ed25519 key pass.
   *
   * @throws IOException saying what it is instead
   */
  static void mustBeEd25519(AlgorithmIdentifier algorithm) throws IOException {
    String kind = algorithm.getAlgorithm().getId();
    if (!kind.equals(ED25519)) {
      throw new IOException("it is " + OTHERS.getOrDefault(kind, "a key for algorithm " + kind));
    }
  }
}
