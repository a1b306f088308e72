package dev.hairpin.switches;

import java.util.Optional;
import java.util.regex.Pattern;

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
    boolean idFits =
        !byId || identify.sysObjectId().stream().anyMatch(prefix -> within(objectId.get(), prefix));
    boolean textFits = !byText || found(identify.sysDescr().get(), description.get());
    return idFits && textFits ? Fit.FITS : Fit.DIFFERS;
  }

  /** Whether an OID begins with a prefix. */
  static boolean within(String objectId, String prefix) {
    // A dot more on both, so that 1.3.6.1.4.1.9 is no prefix of 1.3.6.1.4.1.99.
    return (objectId + ".").startsWith(dotted(prefix));
  }

  private static boolean found(Pattern pattern, String text) {
    try {
      return pattern.matcher(new BoundedText(text)).find();
    } catch (BoundedText.TooLongException endless) {
      return false;
    }
  }

  private static String dotted(String prefix) {
    return prefix.endsWith(".") ? prefix : prefix + ".";
  }
}
