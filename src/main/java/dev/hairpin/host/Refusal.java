package dev.hairpin.host;

/**
 * The kernel did not do what was asked.
 *
 * @param reason its own words, such as {@code Device or resource busy}
 */
public record Refusal(String reason) {}
