package dev.hairpin.verdict;

/** Whose word a finding is: what no frame shows can only be believed, and must say so. */
public enum Grounds {
  SWITCH("the switch's words"),
  KERNEL("the host kernel's words"),
  GUEST("the guests' words"),
  PROGRAM("this program's own note");

  private final String words;

  Grounds(String words) {
    this.words = words;
  }

  /** Such as {@code the switch's words}. */
  public String words() {
    return words;
  }
}
