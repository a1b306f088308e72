package dev.hairpin.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;

/**
 * Takes the kernel proper out of a bzImage (Linux {@code Documentation/arch/x86/boot.rst}), so that
 * a guest without hardware virtualisation need not unpack it at each boot. Works for LZ4, which
 * Debian's cloud kernel uses, and kernels with a PVH entry, which QEMU can start as they are.
 */
final class PlainKernel {
  private static final int SETUP_SECTORS = 0x1F1;
  private static final int PAYLOAD_OFFSET = 0x248;
  private static final int PAYLOAD_LENGTH = 0x24C;
  private static final int LZ4_LEGACY = 0x184C2102;
  private static final int ELF = 0x464C457F;

  /** XEN_ELFNOTE_PHYS32_ENTRY: name size 4, description size 4 or 8, type 18, "Xen". */
  private static final int PVH_ENTRY = 18;

  private static final int XEN = 0x006E6558;

  private PlainKernel() {}

  /** The uncompressed kernel; nothing when it can't be had or QEMU could not start it. */
  static Optional<byte[]> of(byte[] image) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    if (image.length < PAYLOAD_LENGTH + 4) {
      return Optional.empty();
    }
    int start = (image[SETUP_SECTORS] + 1) * 512 + buffer.getInt(PAYLOAD_OFFSET);
    int length = buffer.getInt(PAYLOAD_LENGTH);
    if (start < 0 || length < 8 || start > image.length - length) {
      return Optional.empty();
    }
    ByteBuffer payload = buffer.slice(start, length - 4).order(ByteOrder.LITTLE_ENDIAN);
    if (payload.getInt() != LZ4_LEGACY) {
      return Optional.empty();
    }
    byte[] kernel = unpack(payload);
    return startable(kernel) ? Optional.of(kernel) : Optional.empty();
  }

  private static byte[] unpack(ByteBuffer blocks) throws IOException {
    ByteArrayOutputStream kernel = new ByteArrayOutputStream(64 << 20);
    while (blocks.remaining() > 4) {
      byte[] block = new byte[Math.min(blocks.getInt(), blocks.remaining())];
      blocks.get(block);
      try (BlockLZ4CompressorInputStream plain =
          new BlockLZ4CompressorInputStream(new ByteArrayInputStream(block))) {
        plain.transferTo(kernel);
      }
    }
    return kernel.toByteArray();
  }

  private static boolean startable(byte[] kernel) {
    ByteBuffer words = ByteBuffer.wrap(kernel).order(ByteOrder.LITTLE_ENDIAN);
    if (kernel.length < 64 || words.getInt(0) != ELF) {
      return false;
    }
    for (int at = 0; at + 16 <= kernel.length; at += 4) {
      if (words.getInt(at) == 4
          && words.getInt(at + 8) == PVH_ENTRY
          && words.getInt(at + 12) == XEN) {
        return true;
      }
    }
    return false;
  }
}
