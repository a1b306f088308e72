package dev.hairpin.switches;

import java.io.Closeable;
import java.util.Map;
import java.util.Optional;

/** Reflective relay by one protocol; port names were checked before. */
interface RelayControl extends Closeable {
  RelayState show(String port) throws SwitchException;

  Readback set(String port, RelayState wanted) throws SwitchException;

  boolean save(String port) throws SwitchException;

  /** Every port's state; empty where the profile has no way to tell. */
  Optional<Map<String, RelayState>> showAll() throws SwitchException;

  /** The port's configuration as text; empty where the profile has no way to tell. */
  Optional<String> portConfiguration(String port) throws SwitchException;

  /** What {@link #restore} needs to put the port back. */
  FoundPort found(String port) throws SwitchException;

  Readback restore(String port, FoundPort found) throws SwitchException;

  @Override
  void close();
}
