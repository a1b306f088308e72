package dev.hairpin.steps;

import dev.hairpin.lab.LackingException;
import dev.hairpin.lab.Member;
import dev.hairpin.lab.UplinkSession;
import java.io.IOException;
import org.opentest4j.TestAbortedException;

/** Who does something in a step, by the words that name it. */
public enum Actor {
  A("A"),
  B("B"),
  C("C"),
  HOST("the host"),
  HOST_MACVLAN("the host's macvlan interface"),
  UPSTREAM("the upstream");

  private final String words;

  Actor(String words) {
    this.words = words;
  }

  static Actor of(String words) {
    for (Actor each : values()) {
      if (each.words.equals(words)) {
        return each;
      }
    }
    throw new IllegalArgumentException("nobody is called '" + words + "' here");
  }

  /**
   * The member of the uplink that is meant.
   *
   * @throws TestAbortedException when the lab has none such: the scenario is skipped
   */
  Member on(UplinkSession uplink) throws IOException {
    try {
      return member(uplink);
    } catch (LackingException lacking) {
      throw new TestAbortedException(lacking.getMessage(), lacking);
    }
  }

  private Member member(UplinkSession uplink) throws IOException {
    return switch (this) {
      case A, B, C -> uplink.stations().member(words);
      case HOST -> uplink.host();
      case HOST_MACVLAN -> uplink.hostMacvlan();
      case UPSTREAM -> uplink.upstream();
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
