package dev.hairpin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a file, in words: the system's exceptions often say its path alone. */
public final class FileTrouble {
  private FileTrouble() {}

  /** With the file's path where the exception knows it. */
  public static String sentence(Throwable thrown) {
    return unwrapped(thrown) instanceof FileSystemException file && file.getFile() != null
        ? file.getFile() + ": " + reason(file)
        : reason(thrown);
  }

  /** The reason alone, for a sentence that has named the file. */
  public static String reason(Throwable wrapped) {
    Throwable thrown = unwrapped(wrapped);
    if (thrown instanceof FileSystemException file) {
      return file.getReason() != null ? file.getReason() : byKind(file);
    }
    if (thrown instanceof CharacterCodingException) {
      return "it is no text in UTF-8";
    }
    if (thrown instanceof JsonProcessingException json && json.getOriginalMessage() != null) {
      return json.getOriginalMessage();
    }
    return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
  }

  /** Of a file that belongs to a folder, by its name there. */
  public static String part(String name, Throwable thrown) {
    return PlainText.line(
        thrown instanceof NoSuchFileException
            ? name + " is missing"
            : name + ": " + reason(thrown));
  }

  private static Throwable unwrapped(Throwable thrown) {
    @Nullable Throwable cause = thrown.getCause();
    return thrown instanceof UncheckedIOException && cause != null ? cause : thrown;
  }

  private static String byKind(FileSystemException thrown) {
    if (thrown instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (thrown instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (thrown instanceof FileAlreadyExistsException) {
      return "it is there already";
    }
    if (thrown instanceof NotDirectoryException) {
      return "it is no folder";
    }
    if (thrown instanceof DirectoryNotEmptyException) {
      return "the folder isn't empty";
    }
    return thrown instanceof FileSystemLoopException
        ? "its links lead in a circle"
        : thrown.getClass().getSimpleName();
  }
}
