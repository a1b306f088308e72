package dev.hairpin.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A port takes every frame whole, tags in their place, and lets frames out as they are. */
class FramePortTest {
  private static final String TO_NOBODY = "02485000000b" + "02485000000a";

  private static byte[] frame(String afterAddresses) {
    return Arrays.copyOf(HexFormat.of().parseHex(TO_NOBODY + afterAddresses), 60);
  }

  /** The next of the test's own frames; others' (neighbour discovery, say) are passed over. */
  private static Optional<byte[]> next(FramePort port) throws Exception {
    FramePorts ports = new FramePorts(List.of(port));
    long deadline = System.nanoTime() + 5_000_000_000L;
    while (System.nanoTime() < deadline) {
      ports.await(100);
      Optional<WholeFrame> frame = port.receive();
      byte[] mine = HexFormat.of().parseHex(TO_NOBODY);
      if (frame.isPresent() && Arrays.equals(Arrays.copyOf(frame.get().bytes(), 12), mine)) {
        return Optional.of(frame.get().bytes());
      }
    }
    return Optional.empty();
  }

  @Test
  void framesPassWholeWithTheirTags() throws Exception {
    try (VethPair pair = new VethPair("test");
        FramePort one = pair.host.call(() -> FramePort.open("eth3"));
        FramePort other = pair.sw.call(() -> FramePort.open("swp1"))) {
      for (byte[] each :
          List.of(
              frame("88b5"),
              frame("8100" + "7064" + "88b5"),
              frame("88a8" + "0065" + "8100" + "a064" + "0800"))) {
        assertThat(one.send(WholeFrame.of(each))).isTrue();
        assertThat(next(other)).contains(each);
      }
      assertThat(one.receive()).as("what it sent itself").isEmpty();
    }
  }

  @Test
  void aFrameThatTheLinkCannotTakeIsDropped() throws Exception {
    try (VethPair pair = new VethPair("test");
        FramePort one = pair.host.call(() -> FramePort.open("eth3"))) {
      assertThat(one.send(WholeFrame.of(new byte[4_000]))).isFalse();
      pair.shell.run("ip link set eth3 down").require();
      assertThat(one.send(WholeFrame.of(frame("88b5")))).isFalse();
      assertThat(one.receive()).isEmpty();
      pair.shell.run("ip link set eth3 up").require();
      assertThat(one.send(WholeFrame.of(frame("88b5")))).isTrue();
    }
  }
}
