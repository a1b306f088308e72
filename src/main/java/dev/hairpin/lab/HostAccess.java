package dev.hairpin.lab;

import dev.hairpin.host.KvmHost;
import dev.hairpin.host.StationAddresses;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;

/**
 * Ways to work on the KVM host. Each uplink has a shell of its own, for a shell runs one command at
 * a time; addresses and the journal are the run's.
 */
record HostAccess(
    NetNamespace where, RunDirectory run, StationAddresses addresses, JournalledUndo undo) {
  LocalShell shell() throws IOException {
    return LocalShell.open(where, run.id());
  }

  KvmHost host(LocalShell shell) {
    return new KvmHost(where, shell, run.id(), addresses, run.path(), undo);
  }

  MacAddress prefix() {
    return addresses.prefix();
  }
}
