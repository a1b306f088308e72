package dev.hairpin.verdict;

import java.util.Optional;

/** One reason for which a case is decided, or can't be. */
@FunctionalInterface
interface Rule {
  /** The verdict, when this rule has one. */
  Optional<Verdict> judge(Case judged);
}
