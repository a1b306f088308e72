package dev.hairpin.bench;

import dev.hairpin.embedded.EmbeddedLab;
import dev.hairpin.embedded.ReachableLab;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.lab.OpenLab;
import dev.hairpin.lab.Placement;
import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.Sweep;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.lab.Waiting;
import dev.hairpin.run.EmbeddedLabs;
import dev.hairpin.run.Interruption;
import dev.hairpin.run.LabChoice;
import dev.hairpin.run.RelayRestoring;
import dev.hairpin.run.UsageException;
import dev.hairpin.switches.Secrets;
import dev.hairpin.switches.Transcript;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;

/** An embedded lab of the bench's own, open; closing puts everything back. */
final class BenchLab implements AutoCloseable {
  private final RunDirectory run;
  private final EmbeddedLab box;
  private final LoadedLab loaded;
  private final Transcript transcript;
  private final OpenLab open;

  private BenchLab(
      RunDirectory run, EmbeddedLab box, LoadedLab loaded, Transcript transcript, OpenLab open) {
    this.run = run;
    this.box = box;
    this.loaded = loaded;
    this.transcript = transcript;
    this.open = open;
  }

  /**
   * Brings one up, after a sweep.
   *
   * @param name a built-in lab's
   */
  static BenchLab up(String name, Interruption interruption)
      throws IOException, UsageException, FaultyFileException {
    StateRoot root = StateRoot.ofEnvironment().prepare();
    new Sweep(root, RelayRestoring.standard(root, Waiting.NONE)).sweep();
    RunDirectory run = RunDirectory.create(root);
    try {
      return in(run, LabChoice.of(name), interruption);
    } catch (IOException | UsageException | FaultyFileException | RuntimeException failed) {
      putBack(run);
      throw failed;
    }
  }

  private static BenchLab in(RunDirectory run, LabChoice choice, Interruption interruption)
      throws IOException, FaultyFileException {
    EmbeddedLab box = EmbeddedLab.up(run, EmbeddedLabs.options(choice, false));
    ReachableLab there = box.reachable();
    LoadedLab loaded = EmbeddedLabs.loaded(there);
    Secrets secrets = new Secrets();
    Transcript transcript = Transcript.unwritten(secrets);
    OpenLab open =
        OpenLab.open(
            loaded,
            choice.name(),
            new Placement(there.hostNamespace(), there.managementNamespace()),
            run,
            transcript,
            secrets,
            Waiting.usual(note -> {}, interruption::requested));
    return new BenchLab(run, box, loaded, transcript, open);
  }

  private static void putBack(RunDirectory run) throws IOException {
    try (run) {
      run.undo(RelayRestoring.standard(run.root(), Waiting.NONE));
    }
  }

  /** Its one uplink. */
  UplinkSession uplink() throws IOException {
    UplinkSession uplink = open.uplinks().get(0);
    if (uplink.trouble().isPresent()) {
      throw new IOException("the bench's lab doesn't work: " + uplink.trouble().get());
    }
    return uplink;
  }

  LoadedLab loaded() {
    return loaded;
  }

  ReachableLab box() {
    return box.reachable();
  }

  RunDirectory run() {
    return run;
  }

  @Override
  public void close() throws IOException {
    try (run;
        transcript) {
      open.close();
      box.down();
      run.undo(RelayRestoring.standard(run.root(), Waiting.NONE));
    }
  }
}
