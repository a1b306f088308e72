package dev.hairpin.host;

import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The guests' image, from the cache that the product itself uses. */
final class TestImages {
  static final Path CACHE =
      Path.of(Optional.ofNullable(System.getenv("HAIRPIN_CACHE")).orElse("/var/cache/hairpin"));

  private TestImages() {}

  static GuestImage get(Shell shell) throws IOException {
    return new GuestImages(shell, CACHE, Map.of()).get();
  }
}
