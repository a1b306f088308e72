package dev.hairpin.embedded;

import dev.hairpin.switches.SwitchAccess;

/**
 * How an embedded lab is to be.
 *
 * @param kind what its switch is
 * @param control which protocol its lab file says sets reflective relay; both servers run anyway
 * @param keepAlive whether the switch's processes outlive this program
 */
public record EmbeddedOptions(SwitchKind kind, SwitchAccess.Control control, boolean keepAlive) {
  /** A Linux bridge, controlled over SSH, gone with this program. */
  public static final EmbeddedOptions DEFAULT =
      new EmbeddedOptions(SwitchKind.LINUX_BRIDGE, SwitchAccess.Control.SSH, false);
}
