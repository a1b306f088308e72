package dev.hairpin.cli;

import dev.hairpin.report.FileTrouble;
import dev.hairpin.report.PlainText;
import dev.hairpin.report.Results;
import dev.hairpin.report.ResultsJson;
import dev.hairpin.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Many runs' folders: those that can't be read are named and left out. */
final class ManyRuns {
  private final List<Path> folders;
  private final PrintWriter err;

  ManyRuns(List<Path> folders, PrintWriter err) throws UsageException {
    this.folders = Given.runs(folders);
    this.err = err;
  }

  /** What is done with each that can be read. */
  interface Work {
    void with(Results results, Path folder) throws IOException;
  }

  /**
   * Does it.
   *
   * @return the exit status: inconclusive where any was left out
   * @throws IOException where none can be read, or the work fails
   */
  int each(Work work) throws IOException {
    int read = 0;
    for (Path folder : folders) {
      Results results;
      try {
        results = ResultsJson.read(folder);
      } catch (IOException unreadable) {
        Notes.say(
            err, PlainText.line("left out: " + folder + ": " + FileTrouble.reason(unreadable)));
        continue;
      }
      work.with(results, folder);
      read++;
    }
    if (read == 0) {
      throw new IOException(
          "none of these runs can be read. Next: give folders of finished runs, such as reports/latest");
    }
    return read == folders.size() ? ExitCode.OK : ExitCode.INCONCLUSIVE;
  }
}
