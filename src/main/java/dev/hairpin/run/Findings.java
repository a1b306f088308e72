package dev.hairpin.run;

import java.util.ArrayList;
import java.util.List;

/** What the doctor has found so far. */
final class Findings {
  private final List<Doctor.Finding> all = new ArrayList<>();

  /** Something that works, or doesn't and how it is mended. */
  void add(String what, boolean can, String mend) {
    all.add(new Doctor.Finding(what, can, can ? "" : mend));
  }

  /** Something that works. */
  void can(String what) {
    add(what, true, "");
  }

  /** Something that doesn't. */
  void cannot(String what, String mend) {
    add(what, false, mend);
  }

  /** Something that works, and what to know or do about it all the same. */
  void hint(String what, String advice) {
    all.add(new Doctor.Finding(what, true, advice));
  }

  List<Doctor.Finding> all() {
    return List.copyOf(all);
  }
}
