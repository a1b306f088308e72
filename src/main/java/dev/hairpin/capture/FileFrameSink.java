package dev.hairpin.capture;

/** Takes the frames of a capture file where they lie. */
@FunctionalInterface
interface FileFrameSink {
  /**
   * Takes one.
   *
   * @param frame is another frame once this returns
   */
  void frame(FileFrame frame);
}
