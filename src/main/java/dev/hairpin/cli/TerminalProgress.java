package dev.hairpin.cli;

import dev.hairpin.run.Progress;
import dev.hairpin.verdict.Verdict;
import java.io.PrintWriter;

/** Progress on standard error: one line that changes on a terminal, else notes alone. */
final class TerminalProgress implements Progress, AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";
  private static final int WIDTH = 78;

  private final PrintWriter err;
  private final boolean lively;
  private boolean shown;

  TerminalProgress(PrintWriter err) {
    this(err, Terminal.lively());
  }

  /**
   * Progress that is shown, or notes alone.
   *
   * @param lively whether it is shown
   */
  TerminalProgress(PrintWriter err, boolean lively) {
    this.err = err;
    this.lively = lively;
  }

  @Override
  public void phase(String what) {
    line(what + " …");
  }

  @Override
  public synchronized void note(String note) {
    clear();
    err.println("hairpin: " + note);
    err.flush();
  }

  @Override
  public void started(String uplink, String check) {
    line(uplink + ": " + check);
  }

  @Override
  public void finished(String uplink, String check, Verdict verdict, int done, int total) {
    line("%s: %d of %d, %s %s".formatted(uplink, done, total, check, verdict.outcome().id()));
  }

  private synchronized void line(String text) {
    if (lively) {
      err.print(CLEAR + (text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text));
      err.flush();
      shown = true;
    }
  }

  private void clear() {
    if (shown) {
      err.print(CLEAR);
      shown = false;
    }
  }

  /** Takes the changing line away. */
  synchronized void end() {
    clear();
    err.flush();
  }

  @Override
  public void close() {
    end();
  }
}
