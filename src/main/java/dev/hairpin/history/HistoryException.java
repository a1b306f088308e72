package dev.hairpin.history;

import java.io.IOException;
import java.sql.SQLException;

/** A history that can't be opened, read or written; the message names it and the next step. */
public final class HistoryException extends IOException {
  private static final long serialVersionUID = 1L;

  private HistoryException(String message, Throwable cause) {
    super(message, cause);
  }

  static HistoryException of(HistoryPlace place, String what, Exception cause) {
    return new HistoryException(
        "the history %s can't be %s: %s. Next: %s"
            .formatted(place.shown(), what, reason(cause), place.next()),
        cause);
  }

  /** One that may be there, and is not for this user to read. */
  static HistoryException unreadable(HistoryPlace place) {
    return of(place, "read", new IOException("this user may not read it"));
  }

  /** The first sentence of the root cause: databases append the whole statement. */
  private static String reason(Exception cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    String first = message.lines().findFirst().orElse("");
    int statement = first.indexOf("; SQL statement");
    String brief = statement < 0 ? first : first.substring(0, statement);
    return cause instanceof SQLException sql && sql.getSQLState() != null
        ? brief + " (SQLSTATE " + sql.getSQLState() + ")"
        : brief;
  }
}
