package dev.hairpin.history;

import dev.hairpin.verdict.Outcome;

/**
 * A check that changes between good and bad with nothing else changing.
 *
 * @param runs how many runs decided it
 * @param bad in how many of them it failed or could not be decided
 * @param changes how often it went from good to bad or back, from one run to the next on the same
 *     lab, kernel, driver, switch software and version of this program
 * @param last its last outcome
 */
public record Flake(String id, String uplink, int runs, int bad, int changes, Outcome last) {}
