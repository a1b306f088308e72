package dev.hairpin.host;

import dev.hairpin.wire.MacAddress;
import java.io.IOException;

/**
 * Somebody who can send a raw frame on an uplink: a bare station, the host itself, the upstream.
 */
public interface Station extends AutoCloseable {
  /** Its name in features and evidence: {@code A}, {@code B}, {@code host}, {@code upstream}. */
  String name();

  /** Its MAC address. */
  MacAddress mac();

  /**
   * Sends one frame.
   *
   * @param frame from the destination address on, without FCS
   * @throws IOException when the kernel doesn't take it within a second
   */
  void send(byte[] frame) throws IOException;

  /** How many frames this station's own receive queue has dropped since it was opened. */
  long dropped() throws IOException;

  @Override
  void close() throws IOException;
}
