package dev.hairpin.host;

import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.MacAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Hears numbered frames. */
final class Ear implements FrameSink {
  private final List<Integer> heard = new ArrayList<>();

  static byte[] frame(MacAddress to, MacAddress from, int number) {
    return ByteBuffer.allocate(60)
        .put(to.bytes())
        .put(from.bytes())
        .putShort((short) HostStation.ETHER_TYPE)
        .putInt(number)
        .array();
  }

  @Override
  public synchronized void frame(long epochNanos, byte[] frame) {
    ByteBuffer buffer = ByteBuffer.wrap(frame);
    if (buffer.getShort(12) == (short) HostStation.ETHER_TYPE) {
      heard.add(buffer.getInt(14));
    }
  }

  synchronized int copies(int number) {
    return (int) heard.stream().filter(each -> each == number).count();
  }

  void await(int number) {
    Awaitility.await("frame " + number)
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofSeconds(5))
        .until(() -> copies(number) > 0);
  }
}
