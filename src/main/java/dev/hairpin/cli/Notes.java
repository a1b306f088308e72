package dev.hairpin.cli;

import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.Sweep;
import dev.hairpin.lab.SweepReport;
import dev.hairpin.lab.Waiting;
import dev.hairpin.run.RelayRestoring;
import java.io.IOException;
import java.io.PrintWriter;

/** What commands say beside their data, on standard error. */
final class Notes {
  private Notes() {}

  /** Says something. */
  static void say(PrintWriter err, String note) {
    err.println("hairpin: " + note);
    err.flush();
  }

  /** Removes what killed runs left, and says so. */
  static void sweep(StateRoot root, PrintWriter err) throws IOException {
    SweepReport report = new Sweep(root, RelayRestoring.standard(root, Waiting.NONE)).sweep();
    if (!report.empty()) {
      say(err, report.line());
    }
  }
}
