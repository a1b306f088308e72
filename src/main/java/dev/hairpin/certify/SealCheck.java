package dev.hairpin.certify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a bundle's signature is worth.
 *
 * @param fingerprint of the key it was held against
 * @param insisted whether that key was given from outside: the one in the bundle shows only that
 *     the bundle is of one piece
 * @param fault why it is worth nothing
 */
public record SealCheck(Optional<String> fingerprint, boolean insisted, Optional<String> fault) {

  /**
   * Holds a bundle's signature against a key.
   *
   * @param trusted the key to insist on; the bundle's own where left out
   * @return nothing for a report that was never signed, unless a key is insisted on
   */
  static Optional<SealCheck> of(Path bundle, Optional<VerifyingKey> trusted) throws IOException {
    Path signature = bundle.resolve(Seal.SIGNATURE);
    Path own = bundle.resolve(Seal.KEY);
    if (!Files.exists(signature)) {
      boolean meant = Files.exists(own) || Files.exists(bundle.resolve(CertificationProfile.FILE));
      return trusted.isPresent() || meant
          ? Optional.of(fault(trusted, "there is no " + Seal.SIGNATURE))
          : Optional.empty();
    }
    if (trusted.isEmpty() && !Files.exists(own)) {
      return Optional.of(fault(trusted, "there is no " + Seal.KEY));
    }
    VerifyingKey key;
    try {
      key = trusted.isPresent() ? trusted.get() : VerifyingKey.read(own);
    } catch (IOException unreadable) {
      return Optional.of(fault(trusted, String.valueOf(unreadable.getMessage())));
    }
    boolean good =
        key.signed(Files.readAllBytes(bundle.resolve(Seal.SUMS)), Files.readAllBytes(signature));
    return Optional.of(
        good
            ? new SealCheck(Optional.of(key.fingerprint()), trusted.isPresent(), Optional.empty())
            : fault(Optional.of(key), Seal.SUMS + " is not what this key signed"));
  }

  private static SealCheck fault(Optional<VerifyingKey> key, String fault) {
    return new SealCheck(key.map(VerifyingKey::fingerprint), false, Optional.of(fault));
  }

  /** For a person. */
  String line() {
    String key = fingerprint.map(each -> ", key " + each).orElse("");
    if (fault.isPresent()) {
      return "signature   bad: " + fault.get() + key;
    }
    return "signature   good"
        + key
        + (insisted
            ? ", the one that was given"
            : ", which came with the bundle: compare it with what the signer says, or give --key");
  }
}
