package dev.hairpin.lab;

import dev.hairpin.switches.FoundPort;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A switch in memory, whose faults a test sets: port swp1 is the one that is set. */
class FakeSwitch implements SwitchPort {
  private static final List<String> KEYS = List.of("|192.0.2.10||swp1");

  final Map<String, RelayState> ports =
      new TreeMap<>(Map.of("swp1", RelayState.OFF, "swp2", RelayState.OFF, "swp3", RelayState.OFF));
  boolean showsAll = true;
  Optional<String> mode = Optional.of("access");
  String text = "! time 1\ninterface swp1\n mtu 1500";
  int sets;

  /** What puts its port back, as the journal of a run with that lab file has it. */
  static Undo.RelayRestore inverse(String lab, FoundPort found) {
    return new Undo.RelayRestore(
        lab, "tor1", "tor1", "swp1", found.relay(), found.format(), KEYS, "");
  }

  /**
   * Its port's relay, as a run finds it.
   *
   * @param used the ports that runs use
   */
  RelayPort opened(RunDirectory run, OtherPorts.Used used) throws IOException {
    return RelayPort.read(
        this,
        run.journal(),
        found -> inverse("/lab.yaml", found),
        port -> LeftRelays.about(run.root(), port),
        used);
  }

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
