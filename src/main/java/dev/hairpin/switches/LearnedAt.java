package dev.hairpin.switches;

/**
 * One port on which a forwarding table has an address, held against the port it is expected on.
 *
 * @param port the port's name, as the table calls it
 * @param relation what it is to the expected port
 * @param byHand whether somebody set the entry; else it was learned from frames
 */
public record LearnedAt(String port, Relation relation, boolean byHand) {
  /** Whether this is the expected port, or bundled with it. */
  public boolean here() {
    return relation == Relation.SAME || relation == Relation.MEMBER;
  }

  /** What a port of the forwarding table is to the port that is expected. */
  public enum Relation {
    /** The same. */
    SAME,
    /** An aggregate or logical unit that the expected port belongs to, or the other way round. */
    MEMBER,
    /** One of the two is a link aggregate; whether the other belongs to it is not told. */
    PERHAPS_MEMBER,
    /** Another port. */
    OTHER,
    /** The table's name for it does not tell. */
    UNCLEAR
  }
}
