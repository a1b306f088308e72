package dev.hairpin.embedded;

import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.switches.SwitchAccess;
import java.nio.file.Path;

/** Brings a lab up; then waits to be killed, or keeps it and ends. */
final class LabHolder {
  private LabHolder() {}

  public static void main(String[] arguments) throws Exception {
    boolean keep = arguments[1].equals("keep");
    RunDirectory run = RunDirectory.create(new StateRoot(Path.of(arguments[0])));
    System.out.println(run.id());
    EmbeddedLab lab =
        EmbeddedLab.up(
            run, EmbeddedOptions.of(SwitchKind.LINUX_BRIDGE, SwitchAccess.Control.SSH, keep));
    System.out.println("up");
    if (keep) {
      lab.keep();
      run.close();
      System.out.println("kept");
      return;
    }
    while (System.in.read() >= 0) {
      // until it is killed
    }
  }
}
