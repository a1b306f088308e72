package dev.hairpin.lab;

import dev.hairpin.capture.CaptureOptions;
import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.NicCapture;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Watches a NIC in one direction, by a capture that can make room for load. */
final class NicWatcher implements Watcher, AutoCloseable {
  private final CapturePoint point;
  private final Opener opener;
  private final CaptureOptions usual;
  private volatile NicCapture capture;

  /** Opens a capture on the watcher's NIC, of frames for the watcher's sink. */
  @FunctionalInterface
  interface Opener {
    NicCapture open(CaptureOptions options) throws IOException;
  }

  /** Starts to watch. */
  NicWatcher(CapturePoint point, CaptureOptions usual, Opener opener) throws IOException {
    this.point = point;
    this.usual = usual;
    this.opener = opener;
    this.capture = opener.open(usual);
  }

  /**
   * Goes on with room for so many frames at once, or with the usual room. To be called when nothing
   * is under way: a frame that passes between would be seen twice, and none is missed.
   *
   * @param frames how many; 0 for the usual room
   * @param longest octets
   */
  void room(int frames, int longest) throws IOException {
    NicCapture before = capture;
    capture = opener.open(frames == 0 ? usual : usual.room(frames, longest));
    before.close();
  }

  @Override
  public CapturePoint point() {
    return point;
  }

  @Override
  public void close() {
    capture.close();
  }

  @Override
  public long dropped() throws IOException {
    return capture.dropped();
  }

  @Override
  public boolean caughtUp(Duration deadline) throws InterruptedException {
    return capture.caughtUp(deadline);
  }

  @Override
  public Optional<String> trouble() {
    return capture.trouble();
  }
}
