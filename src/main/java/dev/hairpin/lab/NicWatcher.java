package dev.hairpin.lab;

import dev.hairpin.capture.CaptureOptions;
import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.NicCapture;
import dev.hairpin.linux.EpochClock;
import dev.hairpin.wire.FrameSink;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Watches a NIC in one direction, by a capture that can make room for load. */
final class NicWatcher implements Watcher, AutoCloseable {
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final CapturePoint point;
  private final Opener opener;
  private final CaptureOptions usual;
  private final FrameSink sink;
  private CaptureTerm term;
  private volatile NicCapture capture;

  /** Opens a capture on the watcher's NIC. */
  @FunctionalInterface
  interface Opener {
    NicCapture open(CaptureOptions options, FrameSink sink) throws IOException;
  }

  /** Starts to watch. */
  NicWatcher(CapturePoint point, CaptureOptions usual, FrameSink sink, Opener opener)
      throws IOException {
    this.point = point;
    this.usual = usual;
    this.opener = opener;
    this.sink = sink;
    this.term = CaptureTerm.first(sink);
    this.capture = opener.open(usual, term);
  }

  /**
   * Goes on with room for so many frames at once, or with the usual room; a frame that passes
   * meanwhile is seen once.
   *
   * @param frames how many; 0 for the usual room
   * @param longest octets
   */
  void room(int frames, int longest) throws IOException, InterruptedException {
    NicCapture before = capture;
    CaptureTerm next = CaptureTerm.later(sink);
    capture = opener.open(frames == 0 ? usual : usual.room(frames, longest), next);
    term.end(next.begin(EpochClock.nanos()));
    term = next;
    boolean complete = before.caughtUp(CATCH_UP);
    before.close();
    if (!complete) {
      throw new IOException("the capture at " + point + " did not keep up");
    }
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
  public CatchingUp catchUp(long moment) {
    return capture.ask(moment)::answered;
  }

  @Override
  public Optional<String> trouble() {
    return capture.trouble();
  }
}
