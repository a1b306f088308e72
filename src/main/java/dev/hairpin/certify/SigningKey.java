package dev.hairpin.certify;

import dev.hairpin.report.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * An Ed25519 key (RFC 8032) that bundles are signed with, as {@code openssl genpkey -algorithm
 * ed25519} writes it: PKCS #8 in PEM, without a passphrase.
 */
public final class SigningKey {
  static final String ALGORITHM = "Ed25519";

  private static final String MAKE = "openssl genpkey -algorithm ed25519 -out key.pem";
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final PrivateKey key;
  private final VerifyingKey verifying;
  private final Optional<String> remark;

  private SigningKey(PrivateKey key, VerifyingKey verifying, Optional<String> remark) {
    this.key = key;
    this.verifying = verifying;
    this.remark = remark;
  }

  /**
   * Reads a key.
   *
   * @throws IOException naming the file and what to do
   */
  public static SigningKey read(Path file) throws IOException {
    byte[] der;
    try {
      der = Pem.read(file, "PRIVATE KEY");
      KeyKind.mustBeEd25519(PrivateKeyInfo.getInstance(der).getPrivateKeyAlgorithm());
      Ed25519PrivateKeyParameters parameters =
          (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(der);
      return new SigningKey(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der)),
          VerifyingKey.of(
              SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(parameters.generatePublicKey())
                  .getEncoded()),
          exposed(file));
    } catch (IOException | GeneralSecurityException | RuntimeException wrong) {
      throw new IOException(
          "%s is no Ed25519 key to sign with: %s. Next: make one with '%s'"
              .formatted(file, FileTrouble.reason(wrong), MAKE),
          wrong);
    }
  }

  /** The key in a file, which is made when it isn't there. */
  public static SigningKey readOrMake(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
      SigningKey made = read(file);
      return new SigningKey(
          made.key,
          made.verifying,
          Optional.of("made the key %s, %s".formatted(file, made.verifying.fingerprint())));
    }
    return read(file);
  }

  private static void make(Path file) throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Files.createDirectories(
          file.toAbsolutePath().resolveSibling(""),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      // Another process may make it at the same time: whole or not at all, and the first one stays.
      Path part =
          Files.createTempFile(
              file.toAbsolutePath().resolveSibling(""),
              ".key-",
              "",
              PosixFilePermissions.asFileAttribute(OWNER));
      try {
        Files.writeString(part, Pem.text("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.createLink(file, part);
      } catch (java.nio.file.FileAlreadyExistsException other) {
        // It is as good.
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (GeneralSecurityException impossible) {
      throw new IOException("this Java has no Ed25519", impossible);
    }
  }

  private static Optional<String> exposed(Path file) throws IOException {
    return OWNER.containsAll(Files.getPosixFilePermissions(file))
        ? Optional.empty()
        : Optional.of("the key %s can be read by others. Next: chmod 600 %s".formatted(file, file));
  }

  /** What a user must know of it: that it was made, or that it lies open. */
  public Optional<String> remark() {
    return remark;
  }

  /** Its public half. */
  public VerifyingKey verifying() {
    return verifying;
  }

  /** 64 octets. */
  byte[] sign(byte[] text) throws IOException {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException failed) {
      throw new IOException("the key can't sign: " + failed.getMessage(), failed);
    }
  }
}
