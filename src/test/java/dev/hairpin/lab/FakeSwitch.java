package dev.hairpin.lab;

import dev.hairpin.switches.FoundPort;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchSession;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A switch in memory, whose faults a test sets: port swp1 is the one that is set. */
class FakeSwitch implements SwitchPort {
  final Map<String, RelayState> ports =
      new TreeMap<>(Map.of("swp1", RelayState.OFF, "swp2", RelayState.OFF, "swp3", RelayState.OFF));
  boolean showsAll = true;
  Optional<String> mode = Optional.of("access");
  String text = "! time 1\ninterface swp1\n mtu 1500";
  int sets;

  /** What a set does beside. */
  void beside(RelayState wanted) {}

  @Override
  public String name() {
    return "swp1";
  }

  @Override
  public RelayState show() throws SwitchException {
    return ports.get("swp1");
  }

  @Override
  public RelayState set(RelayState wanted) throws SwitchException {
    sets++;
    ports.put("swp1", wanted);
    if (wanted == RelayState.ON) {
      mode = Optional.of("tagged-access");
    }
    beside(wanted);
    return show();
  }

  @Override
  public <T> T inTurn(SwitchSession.Turn<T> turn) throws IOException, InterruptedException {
    return turn.take();
  }

  @Override
  public FoundPort found() throws SwitchException {
    return new FoundPort(show(), Map.of("port-mode", mode));
  }

  @Override
  public void restore(FoundPort found) throws SwitchException {
    set(found.relay());
    mode = found.prerequisites().get("port-mode");
  }

  @Override
  public Optional<Map<String, RelayState>> showAll() {
    return showsAll ? Optional.of(new TreeMap<>(ports)) : Optional.empty();
  }

  @Override
  public Optional<String> configuration() {
    return Optional.of(text);
  }
}
