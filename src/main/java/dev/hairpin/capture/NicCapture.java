package dev.hairpin.capture;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.wire.FrameSink;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapNativeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames of one NIC in one direction, from {@link #open} to {@link #close()}, handed over by a
 * thread of its own. Safe for many threads.
 */
public final class NicCapture implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NicCapture.class);
  private static final Duration END_WITHIN = Duration.ofSeconds(2);

  /** Far longer than the kernel takes to copy one frame into its place. */
  private static final long COPY_NANOS = 50_000;

  private final String name;
  private final PacketSocket socket;
  private final FrameSink sink;
  private final Thread reader;
  private final Object state = new Object();
  private long asked;
  private long askedFor = System.nanoTime();
  private long answered;
  private boolean closing;
  private boolean finished;
  private @Nullable String trouble;
  private volatile long handedOver;
  private volatile long truncated;

  private NicCapture(String name, PacketSocket socket, FrameSink sink) {
    this.name = name;
    this.socket = socket;
    this.sink = sink;
    this.reader = new Thread(this::run, "hairpin-capture " + name);
    reader.setDaemon(true);
  }

  /**
   * Starts to capture. No frame that passes the NIC after this returns is missed, unless {@link
   * #dropped()} says so.
   *
   * @param namespace where the NIC is
   * @param nic its name there
   * @param sink takes the frames; one thread calls it. What it throws is kept as {@link #trouble()}
   * @throws IOException naming the NIC and the next step, when it can't be captured
   */
  public static NicCapture open(
      NetNamespace namespace, String nic, CaptureOptions options, FrameSink sink)
      throws IOException {
    String name =
        namespace.name().map(each -> each + " ").orElse("") + nic + " " + options.direction();
    PacketSocket socket = socketIn(namespace, nic, options);
    NicCapture capture = new NicCapture(name, socket, sink);
    capture.reader.start();
    return capture;
  }

  /** The socket stays in the namespace it was made in, whichever thread reads it. */
  private static PacketSocket socketIn(NetNamespace namespace, String nic, CaptureOptions options)
      throws IOException {
    try {
      return namespace.call(() -> PacketSocket.open(nic, options));
    } catch (IOException | RuntimeException failed) {
      throw failed;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while opening a capture on " + nic, interrupted);
    } catch (Exception failed) {
      throw new IOException("can't capture on " + nic + ": " + failed.getMessage(), failed);
    }
  }

  /**
   * Waits until everything that the kernel had captured before this call has been handed over.
   *
   * <p>The kernel captures a frame before it gives it to anybody else: on the way out before the
   * driver sends it (dev_queue_xmit_nit), on the way in before macvlan or the host's own stack get
   * it (__netif_receive_skb_core). So whoever holds a frame, or a later one on the same road, and
   * then gets true here knows that this capture has shown all that led to it.
   *
   * @return false when the deadline passed first, or the capture broke ({@link #trouble()})
   */
  public boolean caughtUp(Duration deadline) throws InterruptedException {
    return caughtUp(List.of(this), deadline);
  }

  /** The same for several captures at once. */
  public static boolean caughtUp(Collection<NicCapture> captures, Duration deadline)
      throws InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    List<Request> requests = captures.stream().map(NicCapture::ask).toList();
    boolean all = true;
    for (Request request : requests) {
      all &= request.answered(Duration.ofNanos(end - System.nanoTime()));
    }
    return all;
  }

  /** That a capture catches up, asked for and not waited for yet. */
  public static final class Request {
    private final NicCapture capture;
    private final long number;

    private Request(NicCapture capture, long number) {
      this.capture = capture;
      this.number = number;
    }

    /** {@link NicCapture#caughtUp(Duration)} as of the moment that it was asked for. */
    public boolean answered(Duration deadline) throws InterruptedException {
      return capture.answers(number, System.nanoTime() + deadline.toNanos());
    }
  }

  /** Asks for {@link #caughtUp(Duration)}, so that several captures catch up beside one another. */
  public Request ask() {
    return ask(System.nanoTime());
  }

  /**
   * The same for what has been captured by a moment. Asked a little before it, the capture is awake
   * when it comes; from then to the moment it hands nothing over.
   *
   * @param moment by {@link System#nanoTime()}
   */
  public Request ask(long moment) {
    long number;
    synchronized (state) {
      number = ++asked;
      if (moment - askedFor > 0) {
        askedFor = moment;
      }
    }
    socket.wake();
    return new Request(this, number);
  }

  private boolean answers(long number, long end) throws InterruptedException {
    synchronized (state) {
      while (answered < number && !finished) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(state, left);
      }
      return answered >= number;
    }
  }

  /** How many frames were handed over. */
  public long handedOver() {
    return handedOver;
  }

  /**
   * How many frames that passed the filter the kernel had no room for, in both directions: the
   * direction is looked at only later. Above 0, nothing that was not seen proves anything.
   */
  public long dropped() {
    return socket.dropped();
  }

  /** How many frames were handed over cut, being longer than the snap length. */
  public long truncated() {
    return truncated;
  }

  /** Why nothing more is captured, or a frame was lost on the way to the sink. */
  public Optional<String> trouble() {
    synchronized (state) {
      return Optional.ofNullable(trouble);
    }
  }

  /**
   * Hands over what was captured up to now, and ends. Returns within two seconds even when the sink
   * hangs; the capture then ends as soon as the sink lets go.
   */
  @Override
  public void close() {
    end();
    if (Thread.currentThread() == reader) {
      return;
    }
    try {
      reader.join(END_WITHIN.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (reader.isAlive()) {
      LOG.debug("{} has not ended yet: its sink still holds a frame", name);
    }
  }

  /** Begins to end; doesn't wait for it. */
  void end() {
    synchronized (state) {
      closing = true;
      askedFor = Math.max(askedFor, System.nanoTime());
    }
    socket.wake();
  }

  private void run() {
    try {
      while (answerOrEnd()) {
        socket.read(this::take);
      }
    } catch (PcapNativeException | NotOpenException failed) {
      fail("the capture of " + name + " broke: " + failed.getMessage());
    } catch (RuntimeException | Error failed) {
      fail("the capture of " + name + " broke: " + failed);
      throw failed;
    } finally {
      socket.close();
      synchronized (state) {
        finished = true;
        state.notifyAll();
      }
    }
  }

  /** Answers whoever asked since, again until nobody has: a wake meanwhile may be lost. */
  private boolean answerOrEnd() throws PcapNativeException, NotOpenException {
    while (isAsked()) {
      socket.waitForFrames(false);
      try {
        do {
          if (!answer()) {
            return false;
          }
        } while (isAsked());
      } finally {
        socket.waitForFrames(true);
      }
    }
    return true;
  }

  private boolean isAsked() {
    synchronized (state) {
      return closing || asked != answered;
    }
  }

  /**
   * Answers who has asked by now.
   *
   * @return false when this was the last answer
   */
  private boolean answer() throws PcapNativeException, NotOpenException {
    boolean last;
    long number;
    long moment;
    synchronized (state) {
      last = closing;
      number = last ? Long.MAX_VALUE : asked;
      moment = askedFor;
    }
    drain(moment);
    synchronized (state) {
      answered = number;
      state.notifyAll();
    }
    return !last;
  }

  /**
   * Not before all that was captured by a moment has its place: another processor may hold one in
   * the middle of the ring while it copies a frame, and a reader sees nothing beyond that place
   * until it is done.
   */
  private void drain(long moment) throws PcapNativeException, NotOpenException {
    long left = moment + COPY_NANOS - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = moment + COPY_NANOS - System.nanoTime();
    }
    socket.drain(this::take);
  }

  @SuppressWarnings("NonAtomicOperationOnVolatileField") // only the reading thread writes
  private void take(byte[] frame) {
    if (frame.length < socket.originalLength()) {
      truncated++;
    }
    try {
      sink.frame(socket.epochNanos(), frame);
    } catch (RuntimeException | Error failed) {
      fail("a frame of " + name + " was lost: " + failed);
    }
    handedOver++;
  }

  /** The first reason is the one that explains the others. */
  private void fail(String reason) {
    LOG.debug(reason);
    synchronized (state) {
      trouble = Objects.requireNonNullElse(trouble, reason);
    }
  }

  /** For messages: what is captured and what came of it. */
  @Override
  public String toString() {
    return "%s: %d frames handed over, %d dropped, %d cut%s"
        .formatted(
            name, handedOver, dropped(), truncated, trouble().map(each -> "; " + each).orElse(""));
  }
}
