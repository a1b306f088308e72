package dev.hairpin.switches;

import dev.hairpin.yaml.FaultyFileException;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Shown;
import dev.hairpin.yaml.Value;
import dev.hairpin.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * What several profiles have in common, each family in a file of its own. A profile names one with
 * {@code extends}, and a family may name another: whatever keys a file lacks are taken from there.
 */
final class Families {
  /** Begins a family's file, as {@code profile} begins a profile's. */
  static final String KEY = "family";

  private static final String FOLDER = "families";
  private static final String EXTENDS = "extends";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private final List<Path> folders;

  private Families(List<Path> folders) {
    this.folders = folders;
  }

  /** Those beside this file (a profile, or a family itself), then those beside the program. */
  static Families beside(Path file) {
    List<Path> folders = new ArrayList<>();
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder != null) {
      folders.add(folder.resolve(FOLDER));
      if (folder.endsWith(FOLDER)) {
        folders.add(folder);
      }
    }
    ProfileFolders.standard().folders().forEach(each -> folders.add(each.resolve(FOLDER)));
    return in(folders);
  }

  /** Those in these folders; a name found in several means the one in the first of them. */
  static Families in(List<Path> folders) {
    return new Families(List.copyOf(folders));
  }

  /**
   * The families of a document, the nearest first.
   *
   * @throws FaultyFileException when one can't be had: nothing can be said about the whole then
   */
  List<YamlDocument> of(YamlDocument document, Fields root) throws FaultyFileException {
    List<YamlDocument> all = new ArrayList<>();
    List<Path> seen = new ArrayList<>();
    YamlDocument from = document;
    Optional<Value> value = root.find(EXTENDS);
    while (value.isPresent()) {
      Optional<Path> file = file(value.get());
      if (file.filter(seen::contains).isPresent()) {
        value.get().fault("'extends' leads in a circle; take it out of one of the families");
        file = Optional.empty();
      }
      if (file.isEmpty()) {
        from.check();
        throw new IllegalStateException("a fault was noted");
      }
      seen.add(file.get());
      from = read(file.get(), value.get(), from);
      all.add(from);
      value = from.value(EXTENDS);
    }
    return all;
  }

  private static YamlDocument read(Path file, Value value, YamlDocument from)
      throws FaultyFileException {
    try {
      return YamlDocument.read(file);
    } catch (IOException unreadable) {
      value.fault("the family can't be read: " + unreadable.getMessage());
      from.check();
      throw new IllegalStateException("a fault was noted", unreadable);
    }
  }

  private Optional<Path> file(Value value) {
    Optional<String> name = value.text(NAME, "a family's name, 1 to 64 of a-z, 0-9 and '-'");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      SortedMap<String, Path> all = ProfileFolders.of(folders).all();
      Path file = all.get(name.get());
      if (file == null) {
        String known = all.isEmpty() ? "there is none" : Shown.meant(name.get(), all.keySet());
        String places = Shown.choice(folders.stream().map(Path::toString).distinct().toList());
        String nowhere = places.isEmpty() ? "" : " in " + places;
        value.fault("no family " + Shown.quoted(name.get()) + nowhere + "; " + known);
      }
      return Optional.ofNullable(file);
    } catch (IOException trouble) {
      value.fault("the families can't be listed: " + trouble.getMessage());
      return Optional.empty();
    }
  }
}
