package dev.hairpin.switches;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 that comes in pieces: a character that is cut is given with the piece that ends it. */
final class Utf8Pieces {
  // What no UTF-8 is gets U+FFFD, as a terminal shows it.
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] begun = new byte[0];

  /** The characters that this piece ends. */
  CharSequence next(byte[] piece) {
    ByteBuffer bytes = ByteBuffer.allocate(begun.length + piece.length);
    bytes.put(begun).put(piece).flip();
    CharBuffer characters = CharBuffer.allocate(bytes.remaining());
    decoder.decode(bytes, characters, false);
    begun = new byte[bytes.remaining()];
    bytes.get(begun);
    return characters.flip();
  }
}
