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
    Optional<RelaySnmp> relaySnmp) {

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
   * @param queries what else can be asked
   */
  public record Cli(Pattern prompt, List<String> open, List<Pattern> errors, CliQueries queries) {
    /** A command line that is asked for nothing else. */
    public Cli(Pattern prompt, List<String> open, List<Pattern> errors) {
      this(prompt, open, errors, CliQueries.NONE);
    }
  }

  /**
   * Reflective relay by commands; {@code {port}} stands for the checked port name.
   *
   * @param save makes the running configuration permanent; sent only when asked for
   */
  public record RelayCli(
      List<String> enable, List<String> disable, ShowCommand show, List<String> save) {}

  /**
   * The readback by a command: on when {@code enabled} is found in its output (multi-line mode),
   * else off.
   *
   * @param disabled when given, an output in which neither is found is no answer at all
   */
  public record ShowCommand(String command, Pattern enabled, Optional<Pattern> disabled) {}

  /** Reflective relay by SNMP; OIDs may hold {@code {if-index}} and {@code {port-index}}. */
  public record RelaySnmp(List<SnmpSet> enable, List<SnmpSet> disable, SnmpShow show) {}

  /**
   * One SET.
   *
   * @param type integer, unsigned, string, hex-string, oid
   */
  public record SnmpSet(String oid, String type, String value) {}

  /**
   * The readback by SNMP.
   *
   * @param enabled the value that means on
   */
  public record SnmpShow(String oid, String enabled) {}
}
