package dev.hairpin.capture;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/**
 * libpcap's calls, see their pages in section 3pcap. Bare pointers and no callbacks: what wraps
 * them into objects takes longer than the calls.
 */
final class LibPcap {
  static final int ERROR_BUFFER = 256;
  static final int DIRECTION_IN = 1;
  static final int DIRECTION_OUT = 2;
  static final int PRECISION_NANO = 1;
  static final int NETMASK_UNKNOWN = -1;
  static final int ETHERNET = 1;

  /** struct bpf_program. */
  static final int PROGRAM = 16;

  /** struct pcap_stat, and where it has the drops. */
  static final int STATISTICS = 12;

  static final int DROPPED_AT = 4;

  /** struct pcap_pkthdr: seconds, nanoseconds, octets captured, octets on the wire. */
  static final int NANOS_AT = 8;

  static final int CAPTURED_AT = 16;
  static final int LENGTH_AT = 20;

  static {
    Native.register(LibPcap.class, "pcap");
  }

  private LibPcap() {}

  static native Pointer pcap_create(String device, Pointer errorBuffer);

  static native Pointer pcap_open_dead(int linkType, int snapLength);

  static native int pcap_set_snaplen(Pointer pcap, int octets);

  static native int pcap_set_promisc(Pointer pcap, int promiscuous);

  static native int pcap_set_timeout(Pointer pcap, int millis);

  static native int pcap_set_immediate_mode(Pointer pcap, int immediate);

  static native int pcap_set_buffer_size(Pointer pcap, int octets);

  static native int pcap_set_tstamp_precision(Pointer pcap, int precision);

  static native int pcap_activate(Pointer pcap);

  static native int pcap_setdirection(Pointer pcap, int direction);

  static native int pcap_setnonblock(Pointer pcap, int nonblock, Pointer errorBuffer);

  static native int pcap_compile(
      Pointer pcap, Pointer program, String filter, int optimize, int netmask);

  static native int pcap_setfilter(Pointer pcap, Pointer program);

  static native void pcap_freecode(Pointer program);

  static native int pcap_get_selectable_fd(Pointer pcap);

  static native int pcap_next_ex(Pointer pcap, Pointer headerPointer, Pointer dataPointer);

  static native int pcap_stats(Pointer pcap, Pointer statistics);

  static native String pcap_geterr(Pointer pcap);

  static native String pcap_statustostr(int status);

  static native void pcap_close(Pointer pcap);

  static native String pcap_lib_version();

  /** The text in an error buffer. */
  static String text(Memory errorBuffer) {
    return errorBuffer.getString(0, StandardCharsets.UTF_8.name());
  }
}
