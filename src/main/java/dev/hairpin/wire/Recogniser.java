package dev.hairpin.wire;

/** Finds a probe's mark in a frame; many threads call it, for every frame. */
@FunctionalInterface
public interface Recogniser {
  /**
   * Looks.
   *
   * @param run whose mark; that of another run is none
   * @param bytes where the frame is
   * @param from its first octet there
   * @param to behind its last octet
   * @return a {@link PackedMark}
   */
  long find(RunTag run, byte[] bytes, int from, int to);
}
