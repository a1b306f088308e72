package dev.hairpin.embedded.plane;

import dev.hairpin.linux.WholeFrame;
import dev.hairpin.wire.EtherFrame;
import dev.hairpin.wire.MacAddress;
import java.util.Optional;

/**
 * A frame on its way through the plane.
 *
 * @param whole as the port gave it
 */
public record Frame(WholeFrame whole) {
  private static final int SOURCE_AT = 6;

  /** Who it is for. */
  public MacAddress destination() {
    return MacAddress.of(whole.bytes(), 0);
  }

  /** Who it is from. */
  public MacAddress source() {
    return MacAddress.of(whole.bytes(), SOURCE_AT);
  }

  /** Whether it is for a group: multicast or broadcast. */
  public boolean group() {
    return destination().isGroup();
  }

  /** Whether no bridge may forward it: 01-80-C2-00-00-00 to -0F (IEEE 802.1Q table 8-1). */
  public boolean reserved() {
    return destination().isReserved();
  }

  /** Its addresses, tags and type; nothing when it is too short for them. */
  public Optional<EtherFrame> view() {
    return EtherFrame.of(whole.bytes());
  }

  /** Octets, without FCS. */
  public int length() {
    return whole.bytes().length;
  }

  /** A copy of its bytes, to be changed. */
  public byte[] bytes() {
    return whole.bytes().clone();
  }

  /** The same frame with other bytes. */
  public Frame with(byte[] bytes) {
    return new Frame(whole.with(bytes));
  }

  /** The same frame from or to somebody else. */
  public Frame withAddress(boolean source, MacAddress address) {
    byte[] bytes = bytes();
    System.arraycopy(address.bytes(), 0, bytes, source ? SOURCE_AT : 0, SOURCE_AT);
    return with(bytes);
  }
}
