package dev.hairpin.certify;

import dev.hairpin.report.ReportWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The signature over a bundle's checksums, and so over every file of it. */
final class Seal {
  /** The checksums' name. */
  static final String SUMS = "SHA256SUMS";

  /** The signature's: 64 octets, as openssl pkeyutl takes them. */
  static final String SIGNATURE = SUMS + ".sig";

  /** The public key's. */
  static final String KEY = "signing-key.pub";

  private Seal() {}

  /** Puts it on; no file of the bundle may change afterwards. */
  static void put(Path bundle, SigningKey key) throws IOException {
    Files.writeString(bundle.resolve(KEY), key.verifying().pem());
    ReportWriter.sum(bundle);
    Files.write(bundle.resolve(SIGNATURE), key.sign(Files.readAllBytes(bundle.resolve(SUMS))));
  }
}
