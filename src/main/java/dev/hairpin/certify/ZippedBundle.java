package dev.hairpin.certify;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipError;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/** A bundle as one file, with its folder in it. */
public final class ZippedBundle {
  private static final String ENDING = ".zip";

  private ZippedBundle() {}

  /**
   * Puts a bundle into a file beside its folder.
   *
   * @return the file, which is replaced where it is there
   */
  public static Path of(Path bundle) throws IOException {
    Path folder = bundle.toRealPath();
    Path zip = folder.resolveSibling(folder.getFileName() + ENDING);
    Path part = Files.createTempFile(zip.resolveSibling(""), ".bundle-", "");
    try {
      try (ZipOutputStream out =
              new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)));
          Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
          out.putNextEntry(new ZipEntry(folder.getFileName() + "/" + folder.relativize(each)));
          Files.copy(each, out);
          out.closeEntry();
        }
      }
      return Files.move(part, zip, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** What is done with a bundle's folder. */
  interface Work<T> {
    T with(Path folder) throws IOException;
  }

  /**
   * Does it, wherever the folder is.
   *
   * @param bundle a folder, or a zip file with the files or with the one folder that has them
   */
  static <T> T in(Path bundle, Work<T> work) throws IOException {
    if (!Files.isRegularFile(bundle) || !bundle.toString().endsWith(ENDING)) {
      return work.with(bundle.toRealPath());
    }
    URI place = URI.create("jar:" + bundle.toRealPath().toUri());
    try (FileSystem zip = FileSystems.newFileSystem(place, Map.of("accessMode", "readOnly"))) {
      return work.with(top(zip.getPath("/")));
    } catch (ZipError | ZipException | EOFException | ProviderNotFoundException broken) {
      throw new IOException(
          "%s is no whole zip archive: %s. Next: fetch it again, or give the bundle's folder"
              .formatted(bundle, broken.getMessage()),
          broken);
    }
  }

  private static Path top(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      List<Path> all = entries.toList();
      return all.size() == 1 && Files.isDirectory(all.get(0)) ? all.get(0) : root;
    }
  }
}
