package dev.hairpin.switches;

import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one long-lived session with one switch: reflective relay by the lab file's {@code control},
 * and what SNMP tells beside it. Any thread may use it; calls over one protocol wait for each
 * other.
 */
public final class SwitchSession implements AutoCloseable {
  private final SwitchAccess access;
  private final Profile profile;
  private final Reach reach;
  private final Dialogue cli;
  private final Patience patience;
  private final Object snmpLock = new Object();
  private final RelayControl control;
  private final SharedReading<Optional<Map<String, RelayState>>> allPorts;
  private volatile @Nullable SnmpBeside snmp;
  private volatile boolean closed;
  private volatile boolean showsLearned;

  private SwitchSession(
      SwitchAccess access,
      Profile profile,
      Reach reach,
      Transcript transcript,
      Secrets secrets,
      Patience patience)
      throws SwitchException {
    this.access = access;
    this.profile = profile;
    this.reach = reach;
    this.patience = patience;
    this.cli =
        new Dialogue(
            new Place(
                access.name(),
                "SSH",
                access.address(),
                access.ssh().map(SwitchAccess.Ssh::port).orElse(22)),
            transcript,
            secrets);
    // All of them, whether needed or not: a switch may show the ones of its other protocol.
    secrets.learn(access.secrets());
    this.control = access.control() == SwitchAccess.Control.SSH ? overSsh() : overSnmp();
    this.allPorts = new SharedReading<>(control::showAll);
  }

  /**
   * Opens what {@code control} needs, and logs in; SNMP beside SSH is opened when it is first asked
   * for.
   *
   * @param reach from where the switch is reached
   * @param transcript takes all that is said
   * @param secrets the same that masks the transcript
   * @throws SwitchUnreachableException when the switch can't be spoken to
   * @throws NotConfiguredException when lab file or profile lack what is needed
   */
  public static SwitchSession open(
      SwitchAccess access, Profile profile, Reach reach, Transcript transcript, Secrets secrets)
      throws SwitchException {
    return open(access, profile, reach, transcript, secrets, Patience.USUAL);
  }

  static SwitchSession open(
      SwitchAccess access,
      Profile profile,
      Reach reach,
      Transcript transcript,
      Secrets secrets,
      Patience patience)
      throws SwitchException {
    return new SwitchSession(access, profile, reach, transcript, secrets, patience);
  }

  /** The port's reflective relay, as the switch itself reports it. */
  public RelayState show(String port) throws SwitchException {
    return control.show(checked(port));
  }

  /**
   * Sets the port's reflective relay and reads it back.
   *
   * @throws SwitchRefusedException when the switch says no: config-refused
   * @throws NotConfiguredException before anything is sent, when the profile only shows
   * @throws PortNameException before anything is sent, when that is no port of this system
   */
  public Readback set(String port, RelayState wanted) throws SwitchException {
    return control.set(checked(port), wanted);
  }

  /**
   * What is done in one's turn.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Turn<T> {
    /** Does it. */
    T take() throws IOException, InterruptedException;
  }

  /**
   * Does something while no other thread sets or reads reflective relay in this session: what is
   * timed must not have others' settings in it.
   */
  public <T> T inTurn(Turn<T> turn) throws IOException, InterruptedException {
    // The lock that each of the control's own calls takes.
    synchronized (control) {
      return turn.take();
    }
  }

  /**
   * Reflective relay of every port that the switch tells of, by the names it gives them; empty when
   * the profile has no way to tell.
   */
  public Optional<Map<String, RelayState>> showAll() throws SwitchException {
    return allPorts.get();
  }

  /** The port's configuration as text; empty when the profile has no command that shows it. */
  public Optional<String> portConfiguration(String port) throws SwitchException {
    return control.portConfiguration(checked(port));
  }

  /** What the port is before anything is set on it: all that {@link #restore} needs. */
  public FoundPort found(String port) throws SwitchException {
    return control.found(checked(port));
  }

  /**
   * Puts a port back as it was found: reflective relay, and what had to be set before it.
   *
   * @return what reflective relay then reads as
   * @throws SwitchUnreachableException also when something else reads otherwise than it was found
   */
  public Readback restore(String port, FoundPort found) throws SwitchException {
    return control.restore(checked(port), found);
  }

  /**
   * Makes the running configuration permanent, by the profile's commands.
   *
   * @return whether it did; a profile without commands for it saves nothing
   * @throws NotConfiguredException when the profile has no objects for it over SNMP
   */
  public boolean save(String port) throws SwitchException {
    return control.save(checked(port));
  }

  /** What the switch is: over SNMP where the lab file has it, else what its command line tells. */
  public Identity identify() throws SwitchException {
    Optional<String> prompt = Optional.empty();
    Optional<String> server = Optional.empty();
    if (control instanceof CliRelay relay) {
      CliShell shell = relay.shell();
      prompt = Optional.of(shell.lastPrompt().strip());
      server = Optional.of(shell.serverVersion());
    }
    if (!hasSnmp()) {
      return new Identity(server, Optional.empty(), Optional.empty(), prompt, Identity.Fit.UNKNOWN);
    }
    List<Optional<String>> system = snmp().system();
    Identity.Fit fit = Identity.fit(profile.identify(), system.get(1), system.get(0));
    return new Identity(system.get(0), system.get(1), system.get(2), prompt, fit);
  }

  /**
   * The port that the switch has learned this address on; empty when it has not learned it.
   *
   * @throws NotConfiguredException when the lab file gives no SNMP for this switch
   * @throws NotInViewException when the agent doesn't show its forwarding database
   */
  public Optional<LearnedMac> learnedOn(MacAddress mac) throws SwitchException {
    return snmp().bridge().find(mac);
  }

  /**
   * The port's numbers, state and counters.
   *
   * @throws NotConfiguredException when the lab file gives no SNMP for this switch
   */
  public PortFacts portFacts(String port) throws SwitchException {
    SnmpBeside open = snmp();
    return open.interfaces().read(open.ports().ifIndex(checked(port)));
  }

  /**
   * How many unicast frames each interface has sent, by ifIndex; asks over SNMP.
   *
   * @throws NotConfiguredException when the lab file gives no SNMP for this switch
   */
  public Map<Integer, Long> unicastOut() throws SwitchException {
    return snmp().interfaces().unicastOut();
  }

  /** What the switch calls interfaces, by ifIndex; asks over SNMP. */
  public Map<Integer, String> portNames(Collection<Integer> ifIndexes) throws SwitchException {
    return snmp().ports().namesOf(ifIndexes);
  }

  /** What the switch says of the port as one of its bridge's ports; asks over SNMP. */
  public BridgePortFacts bridgePortFacts(String port) throws SwitchException {
    SnmpBeside open = snmp();
    int ifIndex = open.ports().ifIndex(checked(port));
    try {
      return open.vlans().read(open.ports().bridgePort(ifIndex));
    } catch (SwitchRefusedException noBridgePort) {
      return BridgePortFacts.UNKNOWN;
    }
  }

  /** Whether a name that the switch tells means this port: the same one, or a unit of it. */
  public boolean isPort(String told, String port) {
    return profile.naming().whole(told).equalsIgnoreCase(port)
        || PortNames.unitOf(told, port)
        || (PortNames.similar(told, port) && profile.acceptsPort(told));
  }

  /** A port's name as a lab file must give it, where a table has another form of it. */
  public String wholeName(String told) {
    String whole = profile.naming().whole(told);
    String port = whole.replaceFirst("\\.[0-9]+$", "");
    return !profile.acceptsPort(whole) && profile.acceptsPort(port) ? port : whole;
  }

  /** Whether one of two ports can be a link aggregate with the other as its member. */
  public boolean mayBundle(String one, String other) {
    return profile.naming().mayBundle(one, other);
  }

  /** Whether the port of this name is a link aggregate, as far as the profile tells. */
  public boolean isAggregate(String port) {
    return profile.naming().aggregate(port);
  }

  /** All LLDP neighbours that the switch tells of; asks over SNMP. */
  public List<Neighbour> neighbours() throws SwitchException {
    return snmp().neighbours().read();
  }

  /** Model, version and serial: over SNMP, and what that lacks by the profile's commands. */
  public Hardware hardware() throws SwitchException {
    Hardware told = Hardware.UNKNOWN;
    if (hasSnmp()) {
      told = snmp().entities().read(snmp().system().get(0));
    }
    return told.or(factsByCommand(told));
  }

  /** Whether there is a way to ask where the switch has learned an address. */
  public boolean tellsWhereLearned() {
    return hasSnmp() || forwardingCommand().isPresent();
  }

  /**
   * Every port that has this address in the switch's forwarding table: over SNMP, or by the
   * profile's command where SNMP doesn't show it.
   *
   * @param port the port that it is expected on
   * @throws NotInViewException when the switch doesn't show its table
   */
  public List<LearnedAt> learnedAt(MacAddress mac, String port) throws SwitchException {
    Optional<ForwardingCommand> command = forwardingCommand();
    if (hasSnmp()) {
      try {
        List<LearnedAt> places = Whereabouts.bySnmp(snmp(), profile, mac, checked(port));
        if (!places.isEmpty() || command.isEmpty()) {
          return places;
        }
      } catch (SwitchException silent) {
        if (command.isEmpty()) {
          throw silent;
        }
      }
    }
    if (command.isPresent() && control instanceof CliRelay relay) {
      List<LearnedAt> places =
          Whereabouts.byCommand(relay, command.get(), profile, mac, checked(port));
      showsLearned |= !places.isEmpty();
      return places;
    }
    throw cli.notConfigured(
        "neither SNMP nor the profile's cli.forwarding-table tells where an address was learned",
        "Give the lab file snmp: for this switch.");
  }

  /**
   * Whether the profile's command has shown some address: then its words are those that the profile
   * knows.
   */
  public boolean showsLearned() {
    return showsLearned;
  }

  /**
   * Gives a port a filter: what comes in there from one address for another is dropped. A port has
   * one at most.
   *
   * @return whether the switch then says that the port has it
   * @throws NotConfiguredException before anything is sent, when the profile has no filter
   */
  public boolean filter(String port, MacAddress source, MacAddress destination)
      throws SwitchException {
    FilterCommands filter = filterCommands();
    filterRelay().filter(filter, checked(port), source, destination);
    return filtered(port);
  }

  /** Takes the filter of a port away; where there is none, nothing is sent. */
  public void unfilter(String port) throws SwitchException {
    if (filtered(port)) {
      filterRelay().unfilter(filterCommands(), checked(port));
      if (filtered(port)) {
        throw cli.unreachable(
            "the filter of port " + port + " is still there after it was taken away",
            "Take it away by hand.",
            null);
      }
    }
  }

  /** Whether the switch says that a port has the filter of {@link #filter}. */
  public boolean filtered(String port) throws SwitchException {
    return filterRelay().filtered(filterCommands(), checked(port));
  }

  private FilterCommands filterCommands() throws NotConfiguredException {
    Optional<FilterCommands> filter = profile.cli().flatMap(each -> each.queries().filter());
    if (filter.isEmpty()) {
      throw cli.notConfigured(
          "the profile " + profile.name() + " has no way to set a filter on a port",
          "Write its cli.filter.");
    }
    return filter.get();
  }

  private CliRelay filterRelay() throws NotConfiguredException {
    if (control instanceof CliRelay relay) {
      return relay;
    }
    throw cli.notConfigured(
        "a filter is set by commands, and the lab file's control is snmp",
        "Give the lab file control: ssh.");
  }

  private Optional<ForwardingCommand> forwardingCommand() {
    return control instanceof CliRelay
        ? profile.cli().flatMap(each -> each.queries().forwardingTable())
        : Optional.empty();
  }

  private Hardware factsByCommand(Hardware told) {
    Map<String, FactCommand> commands =
        profile.cli().map(each -> each.queries().facts()).orElse(Map.of());
    if (!(control instanceof CliRelay relay)) {
      return Hardware.UNKNOWN;
    }
    Map<String, String> answers = new HashMap<>();
    return new Hardware(
        told.model().or(() -> fact("model", commands, relay, answers)),
        told.version().or(() -> fact("version", commands, relay, answers)),
        told.serial().or(() -> fact("serial", commands, relay, answers)));
  }

  private static Optional<String> fact(
      String name, Map<String, FactCommand> commands, CliRelay relay, Map<String, String> answers) {
    FactCommand wanted = commands.get(name);
    if (wanted == null) {
      return Optional.empty();
    }
    String command = wanted.command();
    if (!answers.containsKey(command)) {
      try {
        answers.put(command, relay.ask(command).text());
      } catch (SwitchException untold) {
        answers.put(command, "");
      }
    }
    return wanted.in(answers.getOrDefault(command, ""));
  }

  /** The SNMPv3 engine of its agent; nothing without SNMP, or with SNMPv2c. */
  public Optional<SnmpEngine> snmpEngine() throws SwitchException {
    return hasSnmp() ? snmp().link().engine() : Optional.empty();
  }

  /** Whether the lab file gives SNMP for this switch. */
  public boolean hasSnmp() {
    return access.snmp().isPresent();
  }

  /**
   * Ends the session. Whoever still waits for an answer gets an error: over SSH at once, over SNMP
   * when its time is up.
   */
  @Override
  public void close() {
    closed = true;
    control.close();
    SnmpBeside open = snmp;
    if (open != null) {
      open.link().close();
    }
  }

  private String checked(String port) throws PortNameException {
    if (profile.acceptsPort(port)) {
      return port;
    }
    throw new PortNameException(
        cli.place()
            + ": '"
            + port.replaceAll("\\p{Cntrl}", "?")
            + "' is not a port name of "
            + profile.name()
            + " (/"
            + profile.portName()
            + "/), so nothing was sent. Give the port as the switch calls it.");
  }

  private RelayControl overSsh() throws SwitchException {
    if (access.ssh().isEmpty()) {
      throw cli.notConfigured("control is ssh and the lab file gives no ssh", "Add ssh: to it.");
    }
    if (profile.relayCli().isEmpty() || profile.cli().isEmpty()) {
      throw cli.notConfigured(
          "control is ssh and the profile " + profile.name() + " has no commands for it",
          "Use control: snmp, or another profile.");
    }
    SwitchAccess.Ssh ssh = access.ssh().get();
    Profile.Cli line = profile.cli().get();
    CliSession session =
        new CliSession(
            new SshConnection(cli, ssh, reach, patience),
            new CliOpening(line, ssh, cli, patience),
            new CliModes(line.modes(), cli, patience),
            cli);
    CliRelay relay = new CliRelay(profile, session, cli, patience);
    relay.shell();
    return relay;
  }

  private RelayControl overSnmp() throws SwitchException {
    if (profile.relaySnmp().isEmpty()) {
      throw cli.notConfigured(
          "control is snmp and the profile " + profile.name() + " has no objects for it",
          "Use control: ssh, or another profile.");
    }
    SnmpBeside open = snmp();
    return new SnmpRelay(profile, open.link(), open.ports());
  }

  private SnmpBeside snmp() throws SwitchException {
    synchronized (snmpLock) {
      SnmpBeside open = snmp;
      if (open == null) {
        SwitchAccess.Snmp found =
            access
                .snmp()
                .orElseThrow(
                    () ->
                        cli.notConfigured(
                            "the lab file gives no snmp for this switch", "Add snmp: to it."));
        if (closed) {
          throw cli.unreachable("this session was closed", "Open another.", null);
        }
        Place place = new Place(access.name(), "SNMP", access.address(), found.port());
        Dialogue dialogue = new Dialogue(place, cli.transcript(), cli.secrets());
        open = SnmpBeside.open(found, profile, reach, dialogue, patience);
        snmp = open;
      }
      return open;
    }
  }
}
