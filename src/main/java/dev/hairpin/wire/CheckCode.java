package dev.hairpin.wire;

/**
 * The check code of a mark: the CRC-32C (Castagnoli) of its first {@value #COVERED} octets, as
 * {@link java.util.zip.CRC32C} gives it.
 *
 * <p>A CRC is linear: what one octet contributes depends on its value and place alone. With a table
 * for each place the octets need not wait for one another. That counts, for every frame that is
 * captured is asked; the JDK's own takes five times as long for so few octets where the compiler
 * doesn't know it.
 */
final class CheckCode {
  /** Octets that it covers. */
  static final int COVERED = 15;

  /** The polynomial, least significant bit first. */
  private static final int CASTAGNOLI = 0x82F63B78;

  /** The magic stands in the first places of every mark, so its share is known. */
  private static final int KNOWN = 4;

  /** What an octet at a place contributes, 256 values for each place. */
  private static final int[] TABLES = tables();

  /** What the magic contributes, and the octets together when all of them are zero. */
  private static final int START = start();

  private CheckCode() {}

  /** The code of what stands at an offset behind the magic; the magic itself isn't looked at. */
  static int of(byte[] bytes, int offset) {
    int code = START;
    for (int place = KNOWN; place < COVERED; place++) {
      code ^= TABLES[place << 8 | (bytes[offset + place] & 0xFF)];
    }
    return code;
  }

  private static int start() {
    int start = ~shifted(-1, COVERED);
    for (int place = 0; place < KNOWN; place++) {
      start ^= TABLES[place << 8 | (MarkCopy.MAGIC >>> 8 * (KNOWN - 1 - place) & 0xFF)];
    }
    return start;
  }

  private static int[] tables() {
    int[] tables = new int[COVERED << 8];
    for (int place = 0; place < COVERED; place++) {
      for (int value = 0; value < 256; value++) {
        tables[place << 8 | value] = shifted(value, COVERED - place);
      }
    }
    return tables;
  }

  /** A register after so many octets of zeros. */
  private static int shifted(int register, int octets) {
    int shifted = register;
    for (int bit = 0; bit < 8 * octets; bit++) {
      shifted = (shifted >>> 1) ^ ((shifted & 1) * CASTAGNOLI);
    }
    return shifted;
  }
}
