package dev.hairpin.switches;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one switch operating system is spoken to; read from a file in {@code switch-profiles/}.
 *
 * @param name the profile's name, the file's name without {@code .yaml}
 * @param vendor who makes the system
 * @param system the operating system's name
 * @param standing documented, or verified by this project's own tests
 * @param verifiedOn model, version and date; only with {@link Standing#VERIFIED}
 * @param sources where each command comes from
 * @param identify what gives the system away over SNMP
 * @param portName what a port of this system is called; a name that doesn't match is never sent
 * @param cli how its command line behaves; present when reflective relay is set over it
 * @param relayCli the commands of reflective relay
 * @param relaySnmp the objects of reflective relay
 * @param refused why reflective relay can be shown but not set by this profile
 * @param naming how its tables write port names
 */
public record Profile(
    String name,
    String vendor,
    String system,
    Standing standing,
    Optional<String> verifiedOn,
    List<String> sources,
    Identify identify,
    Pattern portName,
    Optional<Cli> cli,
    Optional<RelayCli> relayCli,
    Optional<RelaySnmp> relaySnmp,
    Optional<String> refused,
    PortNaming naming) {

  /** Of a system that writes port names in full. */
  public Profile(
      String name,
      String vendor,
      String system,
      Standing standing,
      Optional<String> verifiedOn,
      List<String> sources,
      Identify identify,
      Pattern portName,
      Optional<Cli> cli,
      Optional<RelayCli> relayCli,
      Optional<RelaySnmp> relaySnmp,
      Optional<String> refused) {
    this(
        name,
        vendor,
        system,
        standing,
        verifiedOn,
        sources,
        identify,
        portName,
        cli,
        relayCli,
        relaySnmp,
        refused,
        PortNaming.NONE);
  }

  /** No system's port names come near; longer ones are refused unread. */
  private static final int LONGEST_PORT = 64;

  /**
   * Whether this can be a port of this system: {@code portName} matches it as a whole. An
   * expression that doesn't come to an end on it counts as no match.
   */
  public boolean acceptsPort(String port) {
    if (port.isEmpty() || port.length() > LONGEST_PORT || !port.chars().allMatch(c -> c >= ' ')) {
      return false;
    }
    try {
      return portName.matcher(new BoundedText(port)).matches();
    } catch (BoundedText.TooLongException endless) {
      return false;
    }
  }

  /** The same for a switch on which the profile's filter filters nothing. */
  public Profile withoutFilter() {
    return new Profile(
        name,
        vendor,
        system,
        standing,
        verifiedOn,
        sources,
        identify,
        portName,
        cli.map(Cli::withoutFilter),
        relayCli,
        relaySnmp,
        refused);
  }

  /** How far a profile has been tried. */
  public enum Standing {
    DOCUMENTED,
    VERIFIED
  }

  /**
   * What gives a system away.
   *
   * @param sysObjectId prefixes of sysObjectID.0
   * @param sysDescr found in sysDescr.0
   */
  public record Identify(List<String> sysObjectId, Optional<Pattern> sysDescr) {}

  /**
   * A command line.
   *
   * @param prompt the end of the output when the device waits for a command; matched at the end of
   *     the last line
   * @param open commands sent once per session; {@code {enable}} stands for the enable password
   * @param errors lines that mean a command was refused; matched per line
   * @param interjections what it asks in the middle of a command, and what it is told
   * @param queries what else can be asked
   * @param modes the modes that commands go through, each with its way out
   * @param portConfiguration shows the configuration of {@code {port}}
   */
  public record Cli(
      Pattern prompt,
      List<String> open,
      List<Pattern> errors,
      Interjections interjections,
      CliQueries queries,
      List<CliMode> modes,
      Optional<PortConfiguration> portConfiguration) {
    Cli withoutFilter() {
      return new Cli(
          prompt,
          open,
          errors,
          interjections,
          new CliQueries(queries.forwardingTable(), Optional.empty(), queries.facts()),
          modes,
          portConfiguration);
    }

    /** Of a system with one mode, or whose modes nobody needs to leave by name, that never asks. */
    public Cli(Pattern prompt, List<String> open, List<Pattern> errors) {
      this(prompt, open, errors, Interjections.NONE, CliQueries.NONE, List.of(), Optional.empty());
    }
  }

  /**
   * Reflective relay by commands; {@code {port}} stands for the checked port name, {@code {NAME}}
   * for the part of it that the group NAME of {@code port-name} matches.
   *
   * @param enable empty where the profile can't set it
   * @param disable empty where the profile can't set it
   * @param save makes the running configuration permanent; sent only when asked for
   * @param showAll the state of every port
   * @param prerequisites what must be set before, and is put back after
   */
  public record RelayCli(
      List<CliStep> enable,
      List<CliStep> disable,
      ShowCommand show,
      List<CliStep> save,
      Optional<ShowAll> showAll,
      List<Prerequisite> prerequisites) {
    /** Without the parts that few systems need. */
    public RelayCli(
        List<String> enable, List<String> disable, ShowCommand show, List<String> save) {
      this(
          CliStep.all(enable),
          CliStep.all(disable),
          show,
          CliStep.all(save),
          Optional.empty(),
          List.of());
    }
  }

  /**
   * The readback by a command: on when {@code enabled} is found in its output (multi-line mode),
   * else off.
   *
   * @param disabled when given, an output in which neither is found is no answer at all
   */
  public record ShowCommand(String command, Pattern enabled, Optional<Pattern> disabled) {}

  /**
   * Reflective relay by SNMP; OIDs may hold {@code {if-index}}, {@code {port-index}} and the named
   * parts of the port's name.
   *
   * @param enable empty where the profile can't set it
   * @param disable empty where the profile can't set it
   * @param save makes the running configuration permanent; sent only when asked for
   * @param reason an object that says in words why the last SET was refused
   */
  public record RelaySnmp(
      List<SnmpSet> enable,
      List<SnmpSet> disable,
      SnmpShow show,
      List<SnmpSet> save,
      Optional<String> reason) {
    /** Of a system whose refusals have no words. */
    public RelaySnmp(
        List<SnmpSet> enable, List<SnmpSet> disable, SnmpShow show, List<SnmpSet> save) {
      this(enable, disable, show, save, Optional.empty());
    }

    /** Of a system that needs no saving. */
    public RelaySnmp(List<SnmpSet> enable, List<SnmpSet> disable, SnmpShow show) {
      this(enable, disable, show, List.of());
    }
  }

  /**
   * One SET.
   *
   * @param type integer, unsigned, string, hex-string, oid
   * @param until what is polled after it, before anything else is done
   */
  public record SnmpSet(String oid, String type, String value, Optional<SnmpResult> until) {
    /** A SET that is done when it is answered. */
    public SnmpSet(String oid, String type, String value) {
      this(oid, type, value, Optional.empty());
    }
  }

  /**
   * The readback by SNMP.
   *
   * @param enabled the value that means on
   * @param disabled the value that means off; where it is left out, any other does
   */
  public record SnmpShow(String oid, String enabled, Optional<String> disabled) {
    /** Any other value means off. */
    public SnmpShow(String oid, String enabled) {
      this(oid, enabled, Optional.empty());
    }
  }
}
