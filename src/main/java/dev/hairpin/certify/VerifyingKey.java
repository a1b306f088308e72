package dev.hairpin.certify;

import dev.hairpin.report.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The public half of a {@link SigningKey}: SubjectPublicKeyInfo (RFC 8410), in PEM. */
public final class VerifyingKey {
  private static final String LABEL = "PUBLIC KEY";

  private final PublicKey key;

  private VerifyingKey(PublicKey key) {
    this.key = key;
  }

  static VerifyingKey of(byte[] der) throws GeneralSecurityException {
    return new VerifyingKey(
        KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(der)));
  }

  /**
   * Reads one.
   *
   * @throws IOException naming the file and what to do
   */
  public static VerifyingKey read(Path file) throws IOException {
    try {
      byte[] der = Pem.read(file, LABEL);
      KeyKind.mustBeEd25519(SubjectPublicKeyInfo.getInstance(der).getAlgorithm());
      return of(der);
    } catch (IOException | GeneralSecurityException | RuntimeException wrong) {
      throw new IOException(
          "%s is no Ed25519 public key: %s. Next: give the signing-key.pub of a bundle that you trust, or the output of 'openssl pkey -in key.pem -pubout'"
              .formatted(file, FileTrouble.reason(wrong)),
          wrong);
    }
  }

  String pem() {
    return Pem.text(LABEL, key.getEncoded());
  }

  /** {@code SHA256:} and the digest of its DER form in base64, as OpenSSH writes fingerprints. */
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Whether this key's private half signed a text. */
  boolean signed(byte[] text, byte[] signature) {
    try {
      Signature check = Signature.getInstance(SigningKey.ALGORITHM);
      check.initVerify(key);
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException none) {
      return false;
    }
  }
}
