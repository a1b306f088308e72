package dev.hairpin.linux;

import java.io.IOException;
import java.util.List;

/** Waits for frames on several ports at once. For one thread. */
public final class FramePorts {
  private final Poll poll;

  /** The ports to wait for; they stay open as long as this is used. */
  public FramePorts(List<FramePort> ports) {
    poll = new Poll(ports.size());
    for (int position = 0; position < ports.size(); position++) {
      poll.watch(position, ports.get(position).descriptor(), Libc.POLLIN);
    }
  }

  /**
   * Waits until a frame has come in on one of them, or the time is over.
   *
   * @param timeoutMillis -1 for as long as it takes
   */
  public void await(int timeoutMillis) throws IOException {
    poll.await(timeoutMillis);
  }
}
