package dev.hairpin.embedded.plane;

import dev.hairpin.linux.FramePort;
import dev.hairpin.linux.FramePorts;
import dev.hairpin.linux.WholeFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forwards frames between ports, one after another, until the process ends. What is set on a port
 * is read before each batch of frames: a frame that comes after the readback meets what was set.
 */
public final class ForwardingPlane {
  private static final int BATCH = 32;

  /** How soon a change of a setting or a link is seen when no frame comes. */
  private static final int LOOK_MILLIS = 2;

  private record Opened(FramePort wire, SysfsPort state) {}

  private final Fault fault;
  private final Control control;
  private final Forwarding forwarding;
  private final Map<Port, Opened> ports = new LinkedHashMap<>();
  private final HeldFrames held = new HeldFrames();

  /**
   * Opens the ports, which must be ports of a Linux bridge in this program's own namespace.
   *
   * @throws IOException when one can't be opened
   */
  public ForwardingPlane(List<Port> ports, Fault fault, Control control) throws IOException {
    this.fault = fault;
    this.control = control;
    this.forwarding = new Forwarding(fault, ports);
    for (Port each : ports) {
      this.ports.put(each, new Opened(FramePort.open(each.name()), new SysfsPort(each.name())));
    }
  }

  /** Forwards until something fails. */
  public void run() throws IOException {
    List<FramePort> wires = new ArrayList<>(ports.values().stream().map(Opened::wire).toList());
    FramePorts waiting = new FramePorts(wires);
    while (true) {
      waiting.await(held.millisToNext(System.nanoTime(), LOOK_MILLIS));
      look();
      for (Port each : ports.keySet()) {
        held.release(System.nanoTime(), this::send);
        forwardSome(each);
      }
    }
  }

  private void look() throws IOException {
    for (Map.Entry<Port, Opened> each : ports.entrySet()) {
      SysfsPort state = each.getValue().state();
      Setting before = state.last();
      fault.look(each.getKey(), before, state.read(), control);
    }
  }

  private void forwardSome(Port in) throws IOException {
    Opened opened = opened(in);
    for (int count = 0; count < BATCH; count++) {
      Optional<WholeFrame> frame = opened.wire().receive();
      if (frame.isEmpty()) {
        return;
      }
      forward(new Frame(frame.get()), in, opened.state().last());
    }
  }

  private void forward(Frame frame, Port in, Setting setting) {
    for (Port out : forwarding.out(frame, in, setting)) {
      fault.pass(frame, new Passage(in, out), exit(out), forwarding.learned());
    }
  }

  private Exit exit(Port out) {
    return new Exit() {
      @Override
      public void send(Frame frame) {
        ForwardingPlane.this.send(out, frame);
      }

      @Override
      public void sendAfter(Duration delay, Frame frame) {
        held.hold(System.nanoTime() + delay.toNanos(), out, frame);
      }
    };
  }

  private void send(Port out, Frame frame) {
    try {
      opened(out).wire().send(frame.whole());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Opened opened(Port port) {
    Opened opened = ports.get(port);
    if (opened == null) {
      throw new IllegalArgumentException("the switch has no port " + port);
    }
    return opened;
  }
}
