package dev.hairpin.certify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Textual encoding of keys (RFC 7468). */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\R([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");

  private Pem() {}

  static String text(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            label,
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der),
            label);
  }

  static byte[] read(Path file, String label) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!block.matches()) {
      throw new IOException("it isn't one PEM block");
    }
    if (!label.equals(block.group(1))) {
      throw new IOException("it holds a '%s', not a '%s'".formatted(block.group(1), label));
    }
    return Base64.getMimeDecoder().decode(block.group(2));
  }
}
