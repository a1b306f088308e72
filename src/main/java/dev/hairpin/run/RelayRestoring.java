package dev.hairpin.run;

import dev.hairpin.lab.LabReader;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.lab.RelayRestorer;
import dev.hairpin.lab.UndecidedException;
import dev.hairpin.lab.Undo;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.switches.Reach;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.Secrets;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchRefusedException;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.switches.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Sets a port back from the journal alone: reads the lab file again, opens a session, sets, reads
 * back.
 */
public final class RelayRestoring implements RelayRestorer {
  private final Optional<Path> instead;

  private RelayRestoring(Optional<Path> instead) {
    this.instead = instead;
  }

  /** By the lab file that the run was made with. */
  public static RelayRestorer standard() {
    return new RelayRestoring(Optional.empty());
  }

  /**
   * By another lab file.
   *
   * @throws UsageException when a built-in lab is named: its switch goes with it
   */
  public static RelayRestorer from(LabChoice choice) throws UsageException {
    if (choice.builtIn()) {
      throw new UsageException(
          "the switch of lab '%s' goes with the lab. Next: leave out --lab, or name a lab file"
              .formatted(choice.name()));
    }
    return new RelayRestoring(Optional.of(choice.file()));
  }

  @Override
  public void restore(Undo.RelayRestore what) throws Exception {
    Path file = instead.orElse(Path.of(what.lab()));
    if (!Files.isRegularFile(file)) {
      throw new UndecidedException(
          "its lab file %s is gone. Next: put it back, then 'hairpin restore'".formatted(file));
    }
    LoadedLab lab = LabReader.read(file, ProfileFolders.standard());
    SwitchAccess access =
        lab.lab().switches().stream()
            .filter(each -> each.name().equals(what.switchName()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IOException(
                        "%s has no switch '%s' any more".formatted(file, what.switchName())));
    Secrets secrets = new Secrets();
    try (Transcript transcript = Transcript.unwritten(secrets);
        SwitchSession session =
            SwitchSession.open(access, lab.profileOf(access), Reach.HERE, transcript, secrets)) {
      RelayState left = left(session, what);
      if (left != what.state()) {
        throw new IOException(
            "port %s of %s was set %s and says it is %s"
                .formatted(what.port(), access.name(), what.state(), left));
      }
    }
  }

  /**
   * A switch that refuses everything may have refused the change too: then the port is as it was.
   */
  private static RelayState left(SwitchSession session, Undo.RelayRestore what)
      throws SwitchException {
    try {
      return session.set(what.port(), what.state()).found();
    } catch (SwitchRefusedException refused) {
      if (session.show(what.port()) != what.state()) {
        throw refused;
      }
      return what.state();
    }
  }
}
