package dev.hairpin.lab;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/**
 * Captures with room for more frames at once than usual, for as long as this is open. What one of
 * them has dropped counts from its opening on.
 */
public final class CaptureRoom implements AutoCloseable {
  private final List<NicWatcher> watchers;

  private CaptureRoom(List<NicWatcher> watchers) {
    this.watchers = watchers;
  }

  /**
   * Makes the room.
   *
   * @param frames how many; those of both directions pass through each ring
   * @param longest octets
   */
  static CaptureRoom of(List<NicWatcher> watchers, int frames, int longest) throws IOException {
    CaptureRoom room = new CaptureRoom(List.copyOf(watchers));
    room.each(frames, longest);
    return room;
  }

  /** Goes on with the usual room. */
  @Override
  public void close() throws IOException {
    each(0, 0);
  }

  private void each(int frames, int longest) throws IOException {
    try {
      for (NicWatcher watcher : watchers) {
        watcher.room(frames, longest);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while captures were changed");
    }
  }
}
