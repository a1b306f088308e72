package dev.hairpin.lab;

import dev.hairpin.yaml.Nearest;
import dev.hairpin.yaml.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which checks waivers may name; that depends on what their lab file is read for. A waiver of a
 * check that isn't held counts for nothing, so letting one be makes nothing pass.
 */
public final class WaivableChecks {
  /** All: for whatever holds no check against a waiver, such as putting a switch back. */
  public static final WaivableChecks ANY = new WaivableChecks(List.of(), Others.FINE);

  /**
   * Those that are shipped. A name that is near none of them is taken for that of a user's own
   * scenario, which another run holds.
   */
  public static final WaivableChecks SHIPPED =
      new WaivableChecks(KnownNames.checks(), Others.FINE_UNLESS_NEAR);

  private enum Others {
    FINE,
    FINE_UNLESS_NEAR,
    WRONG
  }

  private final Collection<String> known;
  private final Others others;

  private WaivableChecks(Collection<String> known, Others others) {
    this.known = known;
    this.others = others;
  }

  /** Those that are shipped and these, and nothing else. */
  public static WaivableChecks shippedAnd(Collection<String> own) {
    List<String> known = new ArrayList<>(own);
    known.addAll(KnownNames.checks());
    return new WaivableChecks(known, Others.WRONG);
  }

  /** What is wrong with a waiver of this check, if anything. */
  Optional<String> fault(String check) {
    if (known.contains(check) || others == Others.FINE) {
      return Optional.empty();
    }
    String unknown = "unknown check " + Shown.quoted(check) + "; " + Shown.meant(check, known);
    if (others == Others.WRONG) {
      return Optional.of(unknown);
    }
    return Nearest.to(check, known)
        .map(
            near ->
                unknown
                    + " If a scenario of your own has that id, 'hairpin run --features DIR' finds it there");
  }
}
