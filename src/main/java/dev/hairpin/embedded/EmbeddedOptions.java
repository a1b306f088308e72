package dev.hairpin.embedded;

import dev.hairpin.embedded.fault.FaultChoice;
import dev.hairpin.switches.SwitchAccess;
import java.util.Optional;

/**
 * How an embedded lab is to be.
 *
 * @param kind what its switch is
 * @param control which protocol its lab file says sets reflective relay; both servers run anyway
 * @param keepAlive whether the switch's processes outlive this program
 * @param fault what its switch does wrong; there where the kind is a forwarding plane
 * @param cables its uplinks
 */
public record EmbeddedOptions(
    SwitchKind kind,
    SwitchAccess.Control control,
    boolean keepAlive,
    Optional<FaultChoice> fault,
    LabCables cables) {
  /** A Linux bridge, controlled over SSH, gone with this program. */
  public static final EmbeddedOptions DEFAULT =
      of(SwitchKind.LINUX_BRIDGE, SwitchAccess.Control.SSH, false);

  /** One with an honest switch. */
  public static EmbeddedOptions of(
      SwitchKind kind, SwitchAccess.Control control, boolean keepAlive) {
    return new EmbeddedOptions(kind, control, keepAlive, Optional.empty(), LabCables.ONE);
  }

  /** The same with the forwarding plane that does this wrong. */
  public EmbeddedOptions with(FaultChoice faulty) {
    return new EmbeddedOptions(
        SwitchKind.FORWARDING_PLANE, control, keepAlive, Optional.of(faulty), cables);
  }

  /** The same with these uplinks. */
  public EmbeddedOptions with(LabCables uplinks) {
    return new EmbeddedOptions(kind, control, keepAlive, fault, uplinks);
  }
}
