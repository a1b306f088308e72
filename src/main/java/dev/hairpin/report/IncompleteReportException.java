package dev.hairpin.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Some files of a run's folder could not be written; the others are there. */
public final class IncompleteReportException extends IOException {
  private static final long serialVersionUID = 1;

  private final List<String> missing;

  IncompleteReportException(Path folder, Map<String, Exception> failures) {
    super(message(folder, failures));
    missing = List.copyOf(failures.keySet());
    failures.values().forEach(this::addSuppressed);
  }

  /** The names of the files that are missing. */
  public List<String> missing() {
    return missing;
  }

  private static String message(Path folder, Map<String, Exception> failures) {
    String list =
        failures.entrySet().stream()
            .map(each -> "  " + each.getKey() + ": " + cause(each.getValue()))
            .collect(Collectors.joining("\n"));
    return """
        the report in %s is not complete; missing:
        %s
        next: make room there, or give another folder with --out, and run again"""
        .formatted(folder, list);
  }

  private static String cause(Exception failure) {
    boolean bare =
        (failure instanceof FileSystemException file && file.getReason() == null)
            || failure.getMessage() == null;
    return bare ? failure.toString() : String.valueOf(failure.getMessage());
  }
}
