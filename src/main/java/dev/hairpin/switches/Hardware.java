package dev.hairpin.switches;

import java.util.Optional;

/**
 * What a switch is made of, as far as it says.
 *
 * @param model ENTITY-MIB entPhysicalModelName of the chassis
 * @param version of its software: entPhysicalSoftwareRev, or found in sysDescr
 * @param serial entPhysicalSerialNum of the chassis
 */
public record Hardware(Optional<String> model, Optional<String> version, Optional<String> serial) {
  /** Of a switch that says nothing. */
  public static final Hardware UNKNOWN =
      new Hardware(Optional.empty(), Optional.empty(), Optional.empty());

  /** What the other knows where this one doesn't. */
  Hardware or(Hardware other) {
    return new Hardware(
        model.or(other::model), version.or(other::version), serial.or(other::serial));
  }
}
