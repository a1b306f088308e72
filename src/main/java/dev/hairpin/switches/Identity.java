package dev.hairpin.switches;

import java.util.Optional;

/**
 * What a switch says it is.
 *
 * @param description sysDescr; or the name of its SSH server where there is no SNMP
 * @param objectId sysObjectID, in dots
 * @param systemName sysName
 * @param prompt the prompt of its command line, where one is open
 * @param fit whether that goes with the profile
 */
public record Identity(
    Optional<String> description,
    Optional<String> objectId,
    Optional<String> systemName,
    Optional<String> prompt,
    Fit fit) {

  /** Whether a switch is what its profile is for. */
  public enum Fit {
    /** All that the profile's {@code identify} asks for is there. */
    FITS,
    /** The switch says otherwise. */
    DIFFERS,
    /** The switch says nothing of it, or the profile asks for nothing. */
    UNKNOWN
  }

  static Fit fit(
      Profile.Identify identify, Optional<String> objectId, Optional<String> description) {
    boolean byId = objectId.isPresent() && !identify.sysObjectId().isEmpty();
    boolean byText = description.isPresent() && identify.sysDescr().isPresent();
    if (!byId && !byText) {
      return Fit.UNKNOWN;
    }
    // A dot more on both, so that 1.3.6.1.4.1.9 is no prefix of 1.3.6.1.4.1.99.
    boolean idFits =
        !byId
            || identify.sysObjectId().stream()
                .anyMatch(prefix -> (objectId.get() + ".").startsWith(dotted(prefix)));
    boolean textFits = !byText || identify.sysDescr().get().matcher(description.get()).find();
    return idFits && textFits ? Fit.FITS : Fit.DIFFERS;
  }

  private static String dotted(String prefix) {
    return prefix.endsWith(".") ? prefix : prefix + ".";
  }
}
