package dev.hairpin.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.junit.jupiter.api.Test;

class PlainKernelTest {
  private static byte[] elf(boolean pvh) {
    ByteBuffer kernel = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    kernel.putInt(0, 0x464C457F);
    if (pvh) {
      kernel.putInt(1024, 4).putInt(1028, 4).putInt(1032, 18).putInt(1036, 0x006E6558);
    }
    return kernel.array();
  }

  private static byte[] image(byte[] kernel, int magic) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (BlockLZ4CompressorOutputStream output = new BlockLZ4CompressorOutputStream(packed)) {
      output.write(kernel);
    }
    int length = 8 + packed.size() + 4;
    ByteBuffer image = ByteBuffer.allocate(1024 + 16 + length).order(ByteOrder.LITTLE_ENDIAN);
    image.put(0x1F1, (byte) 1).putInt(0x248, 16).putInt(0x24C, length);
    image.position(1024 + 16).putInt(magic).putInt(packed.size()).put(packed.toByteArray());
    image.putInt(kernel.length);
    return image.array();
  }

  @Test
  void takesOutAKernelThatQemuCanStart() throws IOException {
    assertThat(PlainKernel.of(image(elf(true), 0x184C2102))).contains(elf(true));
  }

  @Test
  void leavesOthersAsTheyAre() throws IOException {
    assertThat(PlainKernel.of(image(elf(false), 0x184C2102))).as("no PVH entry").isEmpty();
    assertThat(PlainKernel.of(image(elf(true), 0x587A37FD))).as("not LZ4").isEmpty();
    assertThat(PlainKernel.of(new byte[10])).as("too short").isEmpty();
    assertThat(PlainKernel.of(new byte[4096])).as("no payload").isEmpty();
  }
}
