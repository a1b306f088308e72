package dev.hairpin.capture;

/** What frames are captured with. */
public final class CaptureLibrary {
  private CaptureLibrary() {}

  /** What libpcap says of itself, such as {@code libpcap version 1.10.3 (with TPACKET_V3)}. */
  public static String version() {
    return LibPcap.pcap_lib_version();
  }
}
