package dev.hairpin.capture;

import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;
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
    try (PcapHandle handle = Pcaps.openDead(DataLinkType.EN10MB, CaptureOptions.JUMBO)) {
      String filter = CaptureFilter.EVERYTHING.orEtherType(0x88b5).text();
      handle.compileFilter(filter, BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN).free();
    } catch (PcapNativeException | NotOpenException | LinkageError failed) {
      LOG.debug("libpcap could not be loaded ahead: {}", failed.toString());
    }
  }
}
