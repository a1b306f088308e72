package dev.hairpin.embedded;

import dev.hairpin.switches.SwitchAccess;

/**
 * How an embedded lab is to be.
 *
 * @param control which protocol its lab file says sets reflective relay; both servers run anyway
 * @param keepAlive whether the switch's processes outlive this program
 */
public record EmbeddedOptions(SwitchAccess.Control control, boolean keepAlive) {
  /** Controlled over SSH, gone with this program. */
  public static final EmbeddedOptions DEFAULT =
      new EmbeddedOptions(SwitchAccess.Control.SSH, false);
}
