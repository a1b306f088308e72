package dev.hairpin.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checksums of a run's folder, as {@code sha256sum} writes and checks them. */
final class Sha256Sums {
  /** Its name in a run's folder. */
  static final String NAME = "SHA256SUMS";

  /** Their signature's, where somebody signed them. */
  static final String SIGNATURE = NAME + ".sig";

  /** Files for one call of the program: their names are its arguments. */
  private static final int BATCH = 200;

  private Sha256Sums() {}

  /** One line for each file of the folder and the folders in it, sorted by path. */
  static String of(Path folder) throws IOException {
    List<Map.Entry<String, Path>> files = List.copyOf(files(folder).entrySet());
    List<List<Map.Entry<String, Path>>> batches = new ArrayList<>();
    for (int start = 0; start < files.size(); start += BATCH) {
      batches.add(files.subList(start, Math.min(start + BATCH, files.size())));
    }
    try {
      // Beside one another: digesting is work for all of the machine's processors.
      return batches.parallelStream()
          .map(batch -> lines(folder, batch))
          .collect(Collectors.joining());
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static String lines(Path folder, List<Map.Entry<String, Path>> files) {
    Map<String, String> digests =
        Sha256Program.digests(folder, files.stream().map(Map.Entry::getKey).toList());
    return files.stream()
        .map(
            each -> {
              String digest = digests.get(each.getKey());
              return line(digest == null ? readable(each.getValue()) : digest, each.getKey())
                  + "\n";
            })
        .collect(Collectors.joining());
  }

  private static String readable(Path file) {
    try {
      return digest(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Every regular file by its path in the folder, but for the checksums and their signature. The
   * folder may be named by a link, as reports/latest is.
   */
  static Map<String, Path> files(Path named) throws IOException {
    Path folder = named.toRealPath();
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
          .forEach(each -> files.put(folder.relativize(each).toString(), each));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    files.remove(NAME);
    files.remove(SIGNATURE);
    files.remove("." + NAME + ".tmp");
    return files;
  }

  static String digest(Path file) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** GNU coreutils marks a line whose file name is escaped with a backslash at its start. */
  private static String line(String digest, String path) {
    String escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return (escaped.equals(path) ? "" : "\\") + digest + "  " + escaped;
  }
}
