package dev.hairpin.run;

import dev.hairpin.lab.LabReader;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.lab.PortLock;
import dev.hairpin.lab.PuttingBack;
import dev.hairpin.lab.RelayRestorer;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.UndecidedException;
import dev.hairpin.lab.Undo;
import dev.hairpin.lab.Waiting;
import dev.hairpin.lab.WaivableChecks;
import dev.hairpin.switches.FoundPort;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.switches.Reach;
import dev.hairpin.switches.Secrets;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.switches.SwitchUnreachableException;
import dev.hairpin.switches.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sets a port back from the journal alone: reads the lab file again, opens a session, sets, reads
 * back.
 */
public final class RelayRestoring implements RelayRestorer {
  private final StateRoot root;
  private final Waiting waiting;
  private final Optional<Path> instead;
  private final Map<String, SwitchUnreachableException> away = new HashMap<>();

  private RelayRestoring(StateRoot root, Waiting waiting, Optional<Path> instead) {
    this.root = root;
    this.waiting = waiting;
    this.instead = instead;
  }

  /**
   * By the lab file that the run was made with.
   *
   * @param waiting how long a port that somebody else uses is waited for
   */
  public static RelayRestorer standard(StateRoot root, Waiting waiting) {
    return new RelayRestoring(root, waiting, Optional.empty());
  }

  /**
   * By another lab file.
   *
   * @throws UsageException when a built-in lab is named: its switch goes with it
   */
  public static RelayRestorer from(StateRoot root, Waiting waiting, LabChoice choice)
      throws UsageException {
    if (choice.builtIn()) {
      throw new UsageException(
          "the switch of lab '%s' goes with the lab. Next: leave out --lab, or name a lab file"
              .formatted(choice.name()));
    }
    return new RelayRestoring(root, waiting, Optional.of(choice.file()));
  }

  @Override
  public void restore(Undo.RelayRestore what) throws Exception {
    LoadedLab lab = lab(what.lab());
    SwitchAccess access = access(lab, what.lab(), what.switchName());
    String place = "%s at %s".formatted(access.name(), access.address());
    SwitchUnreachableException gone = away.get(place);
    if (gone != null) {
      // Asked a moment ago: each time-out takes its while.
      throw gone;
    }
    try (PortLock lock =
        PortLock.take(root, "'hairpin restore'", what.namespace(), access, what.port(), waiting)) {
      putBack(lab, access, what);
    } catch (SwitchUnreachableException silent) {
      away.put(place, silent);
      throw silent;
    }
  }

  @Override
  public void remove(Undo.FilterRemove what) throws Exception {
    LoadedLab lab = lab(what.lab());
    SwitchAccess access = access(lab, what.lab(), what.switchName());
    Secrets secrets = new Secrets();
    try (PortLock lock =
            PortLock.take(
                root, "'hairpin restore'", what.namespace(), access, what.port(), waiting);
        Transcript transcript = Transcript.unwritten(secrets);
        SwitchSession session =
            SwitchSession.open(access, lab.profileOf(access), Reach.HERE, transcript, secrets)) {
      session.unfilter(what.port());
    }
  }

  private LoadedLab lab(String named) throws Exception {
    Path file = instead.orElse(Path.of(named));
    if (!Files.isRegularFile(file)) {
      throw new UndecidedException(
          "its lab file %s is gone. Next: put it back, then 'hairpin restore'".formatted(file));
    }
    return LabReader.read(file, ProfileFolders.standard(), WaivableChecks.ANY);
  }

  private SwitchAccess access(LoadedLab lab, String named, String switchName) throws IOException {
    return lab.lab().switches().stream()
        .filter(each -> each.name().equals(switchName))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "%s has no switch '%s' any more"
                        .formatted(instead.orElse(Path.of(named)), switchName)));
  }

  private static void putBack(LoadedLab lab, SwitchAccess access, Undo.RelayRestore what)
      throws IOException {
    Secrets secrets = new Secrets();
    try (Transcript transcript = Transcript.unwritten(secrets);
        SwitchSession session =
            SwitchSession.open(access, lab.profileOf(access), Reach.HERE, transcript, secrets)) {
      FoundPort before = what.before(session.found(what.port()));
      Optional<String> differs = PuttingBack.of(session, what.port(), before);
      if (differs.isPresent()) {
        throw new IOException(
            "%s (switch %s)".formatted(secrets.mask(differs.get()), access.name()));
      }
    }
  }
}
