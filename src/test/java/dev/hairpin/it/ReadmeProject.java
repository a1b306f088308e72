package dev.hairpin.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The project that the README shows, as files: each block's place stands in the sentence before.
 */
final class ReadmeProject {
  private static final String TITLE = "## In a Cucumber project of your own";
  private static final Pattern FILE =
      Pattern.compile(
          "`([\\w./-]+\\.(?:xml|java|feature))`:\n\n```\\w+\n(.*?)\n```", Pattern.DOTALL);

  private ReadmeProject() {}

  /** Writes it; gives how many files it has. */
  static int write(Path folder) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf(TITLE);
    String section = readme.substring(start, readme.indexOf("\n## ", start + 1));
    Matcher files = FILE.matcher(section);
    int count = 0;
    while (files.find()) {
      Path file = folder.resolve(files.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, files.group(2) + "\n");
      count++;
    }
    return count;
  }
}
