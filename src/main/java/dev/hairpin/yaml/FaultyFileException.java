package dev.hairpin.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One or more files that are not valid, with all their faults. The message has one line for each:
 * {@code FILE:LINE:COLUMN: message}, in the order of their places.
 */
public final class FaultyFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A file of a million bad lines shall not fill the terminal. */
  private static final int SHOWN = 200;

  private final transient Map<String, List<Fault>> faultsByFile;

  /**
   * @param file as the user named it
   * @param faults at least one, in any order
   */
  public FaultyFileException(String file, Collection<Fault> faults) {
    this(Map.of(file, sorted(faults)));
  }

  private FaultyFileException(Map<String, List<Fault>> faultsByFile) {
    super(describe(faultsByFile));
    this.faultsByFile = faultsByFile;
  }

  /** The faults of several files as one; a file named twice has its faults listed once. */
  public static FaultyFileException together(List<FaultyFileException> each) {
    Map<String, List<Fault>> merged = new LinkedHashMap<>();
    for (FaultyFileException one : each) {
      merged.putAll(one.faultsByFile);
    }
    return new FaultyFileException(merged);
  }

  /** The first (often the only) faulty file. */
  public String file() {
    return faultsByFile.keySet().iterator().next();
  }

  /** The faults of the first file, by place. */
  public List<Fault> faults() {
    return faultsByFile.values().iterator().next();
  }

  /** Every faulty file with its faults, by place; the lab file first. */
  public Map<String, List<Fault>> faultsByFile() {
    return java.util.Collections.unmodifiableMap(faultsByFile);
  }

  private static List<Fault> sorted(Collection<Fault> faults) {
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("a faulty file has at least one fault");
    }
    return List.copyOf(new TreeSet<>(faults));
  }

  private static String describe(Map<String, List<Fault>> faultsByFile) {
    List<String> lines = new ArrayList<>();
    faultsByFile.forEach((file, faults) -> faults.forEach(each -> lines.add(file + ":" + each)));
    if (lines.size() > SHOWN) {
      int more = lines.size() - SHOWN;
      lines.subList(SHOWN, lines.size()).clear();
      lines.add("and " + more + " more; mend the first ones and try again");
    }
    return String.join("\n", lines);
  }
}
