package dev.hairpin.switches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;

/** The profiles that lie in this program's own jar, for projects that depend on it. */
final class BuiltInProfiles {
  private static final String NAME = "switch-profiles";
  private static final Optional<Path> FOLDER = find();

  private BuiltInProfiles() {}

  /** Their folder; none where the program was built without them. */
  static Optional<Path> folder() {
    return FOLDER;
  }

  private static Optional<Path> find() {
    URL found = BuiltInProfiles.class.getResource(NAME);
    if (found == null) {
      return Optional.empty();
    }
    try {
      URLConnection connection = found.openConnection();
      if (connection instanceof JarURLConnection jar) {
        // Stays open, for profiles are read at any time; and by its path, which leaves the jar's
        // one place among the file systems by URI to Cucumber.
        Path file = Path.of(jar.getJarFileURL().toURI());
        return Optional.of(FileSystems.newFileSystem(file).getPath("/" + jar.getEntryName()));
      }
      return Optional.of(Path.of(URI.create(found.toString())));
    } catch (URISyntaxException | IOException unreadable) {
      throw new UncheckedIOException(new IOException("the program's own profiles", unreadable));
    }
  }
}
