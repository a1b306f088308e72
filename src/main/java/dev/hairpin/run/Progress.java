package dev.hairpin.run;

import dev.hairpin.verdict.Verdict;

/** Hears how a run goes on; may be called by several threads. */
public interface Progress {
  /** What is being done now, such as {@code bringing the embedded lab up}. */
  void phase(String what);

  /** Something that the user must know whatever the verdicts are. */
  void note(String note);

  /** A check begins. */
  void started(String uplink, String check);

  /** A check has ended; its verdict may still flip. */
  void finished(String uplink, String check, Verdict verdict, int done, int total);
}
