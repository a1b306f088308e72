package dev.hairpin.history;

import java.time.Instant;
import java.util.Optional;

/**
 * Which runs, and what of them.
 *
 * @param lab of this lab alone
 * @param check runs that have this check, and its results alone
 * @param uplink runs that have this uplink, and its results alone
 * @param before runs that started before this
 * @param last at most so many runs, the newest
 */
public record Selection(
    Optional<String> lab,
    Optional<String> check,
    Optional<String> uplink,
    Optional<Instant> before,
    int last) {
  /** The newest runs, whatever they tested. */
  public static Selection last(int runs) {
    return new Selection(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), runs);
  }

  /** Of one lab alone. */
  public Selection ofLab(Optional<String> name) {
    return new Selection(name, check, uplink, before, last);
  }

  /** Of one check and one uplink alone, as far as they are given. */
  public Selection of(Optional<String> oneCheck, Optional<String> oneUplink) {
    return new Selection(lab, oneCheck, oneUplink, before, last);
  }

  /** Of runs that started earlier. */
  public Selection startedBefore(Instant moment) {
    return new Selection(lab, check, uplink, Optional.of(moment), last);
  }
}
