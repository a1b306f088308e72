package dev.hairpin.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.h2.api.ErrorCode;

/** The way to a database. A file is held by one program at a time, each for a moment. */
final class Connecting {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PAUSE_MILLIS = 20;

  private Connecting() {}

  static Connection to(HistoryPlace place) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return DriverManager.getConnection(place.url(), place.login());
      } catch (SQLException held) {
        if (held.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1
            || System.nanoTime() > deadline) {
          throw held;
        }
        pause(held);
      }
    }
  }

  private static void pause(SQLException held) throws SQLException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw held;
    }
  }
}
