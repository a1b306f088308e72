package dev.hairpin.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text of a file, or a fault at the first place that is not text. */
final class SourceText {
  /** Lab and profile files are a few kilobytes; whoever names a disk image here made a mistake. */
  private static final int LARGEST = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  static String read(Path file) throws FaultyFileException, IOException {
    if (!Files.exists(file)) {
      throw unreadable(file, "there is no such file; check the path");
    }
    if (!Files.isRegularFile(file)) {
      // a pipe or a terminal could keep us waiting for ever
      throw unreadable(file, "it is not a file; give the path of a YAML file");
    }
    if (!Files.isReadable(file)) {
      throw unreadable(file, "it may not be read; check its permissions");
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return decode(file.toString(), bytes.readNBytes(LARGEST + 1));
    }
  }

  static String decode(String file, byte[] bytes) throws FaultyFileException {
    if (bytes.length > LARGEST) {
      String message = "larger than " + LARGEST / 1024 + " KiB; this is no lab or profile file";
      throw new FaultyFileException(file, List.of(new Fault(1, 1, "", message)));
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      String offending = String.format(Locale.ROOT, "0x%02X", bytes[in.position()]);
      throw faulty(
          file,
          text,
          text.length(),
          offending,
          "byte " + offending + " is not UTF-8; save the file as UTF-8 text");
    }
    return printable(file, text);
  }

  /** The text without a byte order mark, all of it characters that YAML allows. */
  static String printable(String file, String text) throws FaultyFileException {
    String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    for (int at = 0; at < body.length(); ) {
      int codePoint = body.codePointAt(at);
      if (!StreamReader.isPrintable(codePoint) || codePoint == BYTE_ORDER_MARK) {
        String offending = String.format(Locale.ROOT, "U+%04X", codePoint);
        throw faulty(
            file,
            body,
            at,
            offending,
            "character " + offending + " can't stand in a YAML file; take it out");
      }
      at += Character.charCount(codePoint);
    }
    return body;
  }

  private static FaultyFileException faulty(
      String file, String text, int at, String offending, String message) {
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
    int lineStart = before.lastIndexOf('\n') + 1;
    int column = before.codePointCount(lineStart, at) + 1;
    return new FaultyFileException(file, List.of(new Fault(line, column, offending, message)));
  }

  private static FileSystemException unreadable(Path file, String reason) {
    return new FileSystemException(file.toString(), null, reason);
  }
}
