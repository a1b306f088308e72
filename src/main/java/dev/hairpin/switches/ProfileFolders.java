package dev.hairpin.switches;

import dev.hairpin.yaml.Shown;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where profiles lie. A name found in several folders means the one in the first of them. */
public final class ProfileFolders {
  private static final String FOLDER = "switch-profiles";
  private static final List<String> ENDINGS = List.of(".yaml", ".yml");

  private final List<Path> folders;

  private ProfileFolders(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * The folder {@code switch-profiles} beside the program (system property {@code hairpin.home}),
   * then the one in the current folder; where no such property says that the program is installed,
   * then those that are built in.
   */
  public static ProfileFolders standard() {
    List<Path> folders = new ArrayList<>();
    String home = System.getProperty("hairpin.home");
    if (home != null && !home.isBlank()) {
      folders.add(Path.of(home).resolve(FOLDER).toAbsolutePath().normalize());
    }
    Path here = Path.of(FOLDER).toAbsolutePath().normalize();
    if (!folders.contains(here)) {
      folders.add(here);
    }
    if (home == null) {
      BuiltInProfiles.folder().ifPresent(folders::add);
    }
    return of(folders);
  }

  /** These folders, in this order; those that don't exist count as empty. */
  public static ProfileFolders of(List<Path> folders) {
    return new ProfileFolders(List.copyOf(folders));
  }

  /** The folders, in the order they are looked through. */
  public List<Path> folders() {
    return folders;
  }

  /** Every profile's file by its name, sorted; the files themselves are not looked into. */
  public SortedMap<String, Path> all() throws IOException {
    SortedMap<String, Path> all = new TreeMap<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path each : files) {
          if (isProfile(each)) {
            all.putIfAbsent(nameOf(each), each);
          }
        }
      }
    }
    return Collections.unmodifiableSortedMap(all);
  }

  /**
   * The file of a profile.
   *
   * @param nameOrPath a path when it has a '/' in it or ends in {@code .yaml}, else a name
   * @param base the folder that a relative path is taken from
   * @throws NoSuchFileException when there is none; its {@code getReason()} says so and what was
   *     meant, most likely
   */
  public Path find(String nameOrPath, Path base) throws IOException {
    if (nameOrPath.contains("/") || ENDINGS.stream().anyMatch(nameOrPath::endsWith)) {
      return byPath(nameOrPath, base);
    }
    SortedMap<String, Path> all = all();
    Path file = all.get(nameOrPath);
    if (file == null) {
      throw new NoSuchFileException(nameOrPath, null, unknown(nameOrPath, all));
    }
    return file;
  }

  /** The name by which a lab file finds a profile: its file's, without the ending. */
  public static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    for (String each : ENDINGS) {
      if (name.endsWith(each)) {
        return name.substring(0, name.length() - each.length());
      }
    }
    return name;
  }

  private static Path byPath(String path, Path base) throws IOException {
    try {
      Path file = base.resolve(path).normalize();
      if (Files.isRegularFile(file)) {
        return file;
      }
      throw new NoSuchFileException(path, null, "no profile file " + file + "; check the path");
    } catch (InvalidPathException invalid) {
      String reason = Shown.quoted(path) + " can't be a path: " + invalid.getReason();
      throw (IOException) new NoSuchFileException(path, null, reason).initCause(invalid);
    }
  }

  private String unknown(String name, SortedMap<String, Path> all) {
    String places = folders.stream().map(Path::toString).collect(Collectors.joining(" and "));
    String known = all.isEmpty() ? "there is none" : Shown.meant(name, all.keySet());
    return "no profile " + Shown.quoted(name) + " in " + places + "; " + known;
  }

  private static boolean isProfile(Path file) {
    return ENDINGS.stream().anyMatch(file.toString()::endsWith) && Files.isRegularFile(file);
  }
}
