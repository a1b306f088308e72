package dev.hairpin.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a run's folder against its checksums. */
public final class ReportVerify {
  private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-fA-F]{64}) [ *](.+)");

  private ReportVerify() {}

  /**
   * What was found.
   *
   * @param verified how many files are as they were written
   * @param missing named by the checksums, but not there
   * @param changed there, with other content
   * @param extra there, but not named by the checksums
   * @param unreadable lines of the checksums that are not one, such as {@code line 3: ...}
   */
  public record Verification(
      int verified,
      List<String> missing,
      List<String> changed,
      List<String> extra,
      List<String> unreadable) {

    /** Whether the folder is exactly what was written. */
    public boolean sound() {
      return wrong() == 0;
    }

    /** How many files and lines are not as they were. */
    int wrong() {
      return missing.size() + changed.size() + extra.size() + unreadable.size();
    }

    /** For a person: every file that is not as it was, then a sentence. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      missing.forEach(each -> lines.add("missing     " + PlainText.line(each)));
      changed.forEach(each -> lines.add("changed     " + PlainText.line(each)));
      extra.forEach(each -> lines.add("extra       " + PlainText.line(each)));
      unreadable.forEach(each -> lines.add("unreadable  " + PlainText.line(each)));
      lines.add(
          sound()
              ? Figures.count(verified, "file") + ", each as it was written"
              : Figures.count(verified, "file")
                  + " as written, but the folder is not: it has been changed since the run");
      return lines;
    }
  }

  /**
   * Compares.
   *
   * @throws IOException where the folder or its checksums cannot be read
   */
  public static Verification of(Path folder) throws IOException {
    Path sums = folder.resolve(Sha256Sums.NAME);
    if (!Files.isRegularFile(sums)) {
      throw new IOException(
          "no checksums at "
              + sums
              + ": give the folder of a finished run, such as reports/latest");
    }
    List<String> unreadable = new ArrayList<>();
    Map<String, String> stated = read(sums, unreadable);
    Map<String, Path> there = Sha256Sums.files(folder);
    List<String> missing = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, String> each : stated.entrySet()) {
      Path file = there.remove(each.getKey());
      if (file == null) {
        missing.add(each.getKey());
      } else if (!Sha256Sums.digest(file).equalsIgnoreCase(each.getValue())) {
        changed.add(each.getKey());
      }
    }
    int verified = stated.size() - missing.size() - changed.size();
    return new Verification(verified, missing, changed, List.copyOf(there.keySet()), unreadable);
  }

  private static Map<String, String> read(Path sums, List<String> unreadable) throws IOException {
    Map<String, String> stated = new TreeMap<>();
    int number = 0;
    for (String line : Files.readString(sums).split("\n", 0)) {
      number++;
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        String path = matcher.group(3);
        stated.put(
            matcher.group(1).isEmpty() ? path : unescaped(path), String.valueOf(matcher.group(2)));
      } else if (!line.isEmpty()) {
        unreadable.add("line " + number + ": " + line);
      }
    }
    return stated;
  }

  private static String unescaped(String path) {
    return Pattern.compile("\\\\([nr\\\\])")
        .matcher(path)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1).equals("n") ? "\n" : found.group(1).equals("r") ? "\r" : "\\"));
  }
}
