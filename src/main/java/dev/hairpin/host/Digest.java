package dev.hairpin.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that grows part by part. */
final class Digest {
  private final MessageDigest digest;

  Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  static Digest of(String text) {
    return new Digest().add(text);
  }

  Digest add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  Digest add(Path file) throws IOException {
    digest.update(Files.readAllBytes(file));
    return this;
  }

  /** The first 16 hexadecimal digits. */
  String text() {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
