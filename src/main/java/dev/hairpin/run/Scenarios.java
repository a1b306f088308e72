package dev.hairpin.run;

import dev.hairpin.lab.WaivableChecks;
import io.cucumber.plugin.Plugin;

/** The scenarios of a run, whoever drives Cucumber over them. */
public interface Scenarios {
  /**
   * What the run will do, without doing it.
   *
   * @throws UsageException when there is nothing to do, or a step that nobody knows
   */
  Plan plan() throws UsageException;

  /**
   * Which checks a lab file's waivers may name when these are run.
   *
   * @param plan what {@link #plan} gave
   */
  WaivableChecks waivable(Plan plan);

  /**
   * Runs them all on the calling thread, one after another.
   *
   * @param uplink the name of the uplink that they run on
   * @param listeners hear all that Cucumber tells
   */
  void run(String uplink, Plugin... listeners);
}
