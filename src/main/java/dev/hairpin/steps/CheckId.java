package dev.hairpin.steps;

/**
 * A check's name.
 *
 * @param id no other scenario's
 * @param scenario the same for all rows of an outline, which a waiver may name all at once; it is
 *     the id of the first
 */
public record CheckId(String id, String scenario) {
  /** Whether a waiver of this check accepts it. */
  public boolean isMeantBy(String waived) {
    return waived.equals(id) || waived.equals(scenario);
  }
}
