package dev.hairpin.switches;

/**
 * Where a secret is kept; never the secret itself.
 *
 * @param kind environment variable or file
 * @param place the variable's name or the file's path
 */
public record Secret(Kind kind, String place) {
  /** The two places a lab file may name. */
  public enum Kind {
    ENVIRONMENT,
    FILE
  }
}
