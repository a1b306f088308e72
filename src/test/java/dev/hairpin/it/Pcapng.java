package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a pcapng file holds, as far as the tests ask.
 *
 * @param interfaces the names of the capture points
 * @param packets how many there are
 * @param comments the packets' comments
 */
record Pcapng(List<String> interfaces, int packets, List<String> comments) {
  private static final int SECTION = 0x0a0d0d0a;
  private static final int INTERFACE = 1;
  private static final int PACKET = 6;
  private static final int COMMENT_OPTION = 1;
  private static final int NAME_OPTION = 2;

  static Pcapng read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.getInt(0)).as("first block of %s", file).isEqualTo(SECTION);
    List<String> interfaces = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    int packets = 0;
    while (bytes.hasRemaining()) {
      int type = bytes.getInt(bytes.position());
      int length = bytes.getInt(bytes.position() + 4);
      ByteBuffer block = bytes.slice(bytes.position(), length - 4).order(ByteOrder.LITTLE_ENDIAN);
      if (type == INTERFACE) {
        interfaces.add(option(block.position(16), NAME_OPTION).orElse(""));
      } else if (type == PACKET) {
        packets++;
        int frame = block.getInt(20) + 3 & ~3;
        option(block.position(28 + frame), COMMENT_OPTION).ifPresent(comments::add);
      }
      bytes.position(bytes.position() + length);
    }
    return new Pcapng(interfaces, packets, comments);
  }

  private static Optional<String> option(ByteBuffer block, int wanted) {
    while (block.remaining() >= 4) {
      int code = block.getShort() & 0xffff;
      byte[] value = new byte[block.getShort() & 0xffff];
      block.get(value);
      if (code == wanted) {
        return Optional.of(new String(value, StandardCharsets.UTF_8));
      }
      block.position(block.position() + (-value.length & 3));
    }
    return Optional.empty();
  }
}
