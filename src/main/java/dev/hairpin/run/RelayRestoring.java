package dev.hairpin.run;

import dev.hairpin.lab.LabReader;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.lab.RelayRestorer;
import dev.hairpin.lab.Undo;
import dev.hairpin.lab.UndecidedException;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.switches.Reach;
import dev.hairpin.switches.Readback;
import dev.hairpin.switches.Secrets;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.switches.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sets a port back from the journal alone: reads the lab file again, opens a session, sets, reads back. */
public final class RelayRestoring implements RelayRestorer {
  private RelayRestoring() {}

  /** With this program's environment for secrets. */
  public static RelayRestorer standard() {
    return new RelayRestoring();
  }

  @Override
  public void restore(Undo.RelayRestore what) throws Exception {
    Path file = Path.of(what.lab());
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
            SwitchSession.open(
                access, lab.profiles().get(access.name()), Reach.HERE, transcript, secrets)) {
      Readback readback = session.set(what.port(), what.state());
      if (!readback.agrees()) {
        throw new IOException(
            "port %s of %s was set %s and says it is %s"
                .formatted(what.port(), access.name(), what.state(), readback.found()));
      }
    }
  }
}
