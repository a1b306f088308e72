package dev.hairpin.switches;

import java.io.Closeable;

/** Reflective relay by one protocol; port names were checked before. */
interface RelayControl extends Closeable {
  RelayState show(String port) throws SwitchException;

  Readback set(String port, RelayState wanted) throws SwitchException;

  void save(String port) throws SwitchException;

  @Override
  void close();
}
