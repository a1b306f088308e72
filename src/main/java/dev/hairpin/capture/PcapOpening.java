package dev.hairpin.capture;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;

/** Opens a capture with libpcap, filtering from its first frame on. */
final class PcapOpening {
  private static final int NO_SUCH_DEVICE = -5;
  private static final int PERMISSION_DENIED = -8;
  private static final int NOT_UP = -9;

  /** Immediate mode hands each frame over at once; libpcap wants a time all the same. */
  private static final int TIMEOUT_MILLIS = 100;

  private final String nic;
  private final CaptureOptions options;
  private final Pointer pcap;

  private PcapOpening(String nic, CaptureOptions options, Pointer pcap) {
    this.nic = nic;
    this.options = options;
    this.pcap = pcap;
  }

  /** What is opened never waits in libpcap. */
  static Pointer open(String nic, CaptureOptions options) throws IOException {
    try (Memory error = new Memory(LibPcap.ERROR_BUFFER)) {
      Pointer pcap = LibPcap.pcap_create(nic, error);
      if (pcap == null) {
        throw new IOException("can't capture on %s: %s".formatted(nic, LibPcap.text(error)));
      }
      try {
        new PcapOpening(nic, options, pcap).open(error);
        return pcap;
      } catch (IOException refused) {
        LibPcap.pcap_close(pcap);
        throw refused;
      }
    }
  }

  private void open(Memory error) throws IOException {
    LibPcap.pcap_set_snaplen(pcap, options.snapLength());
    LibPcap.pcap_set_promisc(pcap, options.promiscuous() ? 1 : 0);
    LibPcap.pcap_set_timeout(pcap, TIMEOUT_MILLIS);
    LibPcap.pcap_set_immediate_mode(pcap, 1);
    LibPcap.pcap_set_buffer_size(pcap, options.bufferBytes());
    LibPcap.pcap_set_tstamp_precision(pcap, LibPcap.PRECISION_NANO);
    int status = LibPcap.pcap_activate(pcap);
    if (status < 0) {
      throw new IOException("can't capture on %s: %s".formatted(nic, explain(status)));
    }
    filter();
    int direction =
        options.direction() == CaptureDirection.IN ? LibPcap.DIRECTION_IN : LibPcap.DIRECTION_OUT;
    if (LibPcap.pcap_setdirection(pcap, direction) != 0
        || LibPcap.pcap_setnonblock(pcap, 1, error) != 0) {
      throw new IOException(
          "can't capture one direction of %s: %s".formatted(nic, LibPcap.pcap_geterr(pcap)));
    }
  }

  private void filter() throws IOException {
    if (options.filter().text().isEmpty()) {
      return;
    }
    try (Memory program = new Memory(LibPcap.PROGRAM)) {
      boolean set =
          LibPcap.pcap_compile(pcap, program, options.filter().text(), 1, LibPcap.NETMASK_UNKNOWN)
              == 0;
      if (set) {
        // libpcap keeps a copy.
        set = LibPcap.pcap_setfilter(pcap, program) == 0;
        LibPcap.pcap_freecode(program);
      }
      if (!set) {
        throw new IOException(
            "can't set the capture filter on %s: %s; the filter is '%s'"
                .formatted(nic, LibPcap.pcap_geterr(pcap), options.filter()));
      }
    }
  }

  private String explain(int status) {
    String detail = LibPcap.pcap_geterr(pcap);
    String said = detail.isBlank() ? LibPcap.pcap_statustostr(status) : detail;
    String next =
        switch (status) {
          case NO_SUCH_DEVICE -> "there is no such NIC here; 'ip link' lists those there are";
          case PERMISSION_DENIED -> "capturing needs root, or CAP_NET_RAW";
          case NOT_UP -> "the NIC is down; bring it up: ip link set " + nic + " up";
          default -> "";
        };
    return next.isEmpty() ? said : "%s (%s)".formatted(next, said);
  }
}
