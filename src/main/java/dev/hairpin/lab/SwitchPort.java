package dev.hairpin.lab;

import dev.hairpin.switches.FoundPort;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchSession;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** One port of a switch, as a session speaks of it. */
interface SwitchPort {
  /** The port's name, as the lab file says. */
  String name();

  /** Its reflective relay. */
  RelayState show() throws SwitchException;

  /** Sets its reflective relay; gives what it then reads as. */
  RelayState set(RelayState wanted) throws SwitchException;

  /** Does something while nobody else of this program sets or reads a relay of the switch. */
  <T> T inTurn(SwitchSession.Turn<T> turn) throws IOException, InterruptedException;

  /** Its reflective relay and what else a change of it touches. */
  FoundPort found() throws SwitchException;

  /** Puts all of that back. */
  void restore(FoundPort found) throws SwitchException;

  /** The relay of every port of the switch; empty when the profile has no way to tell. */
  Optional<Map<String, RelayState>> showAll() throws SwitchException;

  /** Its configuration; empty when the profile has no command for it. */
  Optional<String> configuration() throws SwitchException;

  /** A port by a session. */
  static SwitchPort of(SwitchSession session, String port) {
    return new SwitchPort() {
      @Override
      public String name() {
        return port;
      }

      @Override
      public RelayState show() throws SwitchException {
        return session.show(port);
      }

      @Override
      public RelayState set(RelayState wanted) throws SwitchException {
        return session.set(port, wanted).found();
      }

      @Override
      public <T> T inTurn(SwitchSession.Turn<T> turn) throws IOException, InterruptedException {
        return session.inTurn(turn);
      }

      @Override
      public FoundPort found() throws SwitchException {
        return session.found(port);
      }

      @Override
      public void restore(FoundPort found) throws SwitchException {
        session.restore(port, found);
      }

      @Override
      public Optional<Map<String, RelayState>> showAll() throws SwitchException {
        return session.showAll();
      }

      @Override
      public Optional<String> configuration() throws SwitchException {
        return session.portConfiguration(port);
      }
    };
  }
}
