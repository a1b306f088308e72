package dev.hairpin.capture;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the cost of the first capture, loading JNA and libpcap, off the first check. */
public final class CaptureWarmup {
  private static final Logger LOG = LoggerFactory.getLogger(CaptureWarmup.class);

  private CaptureWarmup() {}

  /** Loads in the background. Needs no rights, opens no socket; a failure shows at first use. */
  public static void start() {
    Thread thread = new Thread(CaptureWarmup::load, "hairpin-capture-warmup");
    thread.setDaemon(true);
    thread.start();
  }

  private static void load() {
    try (Memory program = new Memory(LibPcap.PROGRAM)) {
      Pointer pcap = LibPcap.pcap_open_dead(LibPcap.ETHERNET, CaptureOptions.JUMBO);
      String filter = CaptureFilter.EVERYTHING.orEtherType(0x88b5).text();
      if (LibPcap.pcap_compile(pcap, program, filter, 1, LibPcap.NETMASK_UNKNOWN) == 0) {
        LibPcap.pcap_freecode(program);
      }
      LibPcap.pcap_close(pcap);
    } catch (LinkageError failed) {
      LOG.debug("libpcap could not be loaded ahead: {}", failed.toString());
    }
  }
}
