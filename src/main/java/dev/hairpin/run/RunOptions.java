package dev.hairpin.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run was asked for.
 *
 * @param lab a lab file's path or a built-in lab's name
 * @param fault what the embedded lab's switch is to do wrong, {@code NAME[:ARG]}
 * @param uplinks how many uplinks the embedded lab has; 1 for a lab file, which says so itself
 * @param tags a Cucumber tag expression; all scenarios but {@code @load} where left out
 * @param features a folder with feature files, or one file
 * @param ownFeatures whether these are the user's own, and not those that are shipped
 * @param out the folder for the report; {@code reports/RUN-ID} where left out
 * @param reports the folder that holds the folders of all runs
 * @param keep whether the embedded lab is left up
 * @param version the program's, for the report
 * @param enclosing whether lab file and profiles are enclosed in the report
 */
public record RunOptions(
    String lab,
    Optional<String> fault,
    int uplinks,
    Optional<String> tags,
    Path features,
    boolean ownFeatures,
    Optional<Path> out,
    Path reports,
    boolean keep,
    String version,
    boolean enclosing) {

  /** With what is shipped, and nothing enclosed. */
  public RunOptions(
      String lab,
      Optional<String> fault,
      int uplinks,
      Optional<String> tags,
      Path features,
      Optional<Path> out,
      Path reports,
      boolean keep,
      String version) {
    this(lab, fault, uplinks, tags, features, false, out, reports, keep, version, false);
  }
}
