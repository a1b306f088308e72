package dev.hairpin.switches;

/** What calls to a switch that doesn't answer end with, for tests of those who call. */
public final class SilentSwitch {
  private SilentSwitch() {}

  /** Such an end. */
  public static SwitchException away(String why) {
    return new SwitchUnreachableException(why, null);
  }
}
