package dev.hairpin.history;

import dev.hairpin.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The runs of the past, in a database. */
public final class History implements AutoCloseable {
  private final HistoryPlace place;
  private final Connection connection;

  private History(HistoryPlace place, Connection connection) {
    this.place = place;
    this.connection = connection;
  }

  /**
   * Opens a history; one that isn't there is made.
   *
   * @throws HistoryException when it can't be reached, or another program holds it for too long
   */
  public static History open(HistoryPlace place) throws HistoryException {
    if (place.there() && !place.readable()) {
      throw HistoryException.unreadable(place);
    }
    try {
      Path folder = place.file().map(Path::getParent).orElse(null);
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Connection connection = Connecting.to(place);
      try {
        Tables.upToDate(place, connection);
        return new History(place, connection);
      } catch (SQLException | RuntimeException failed) {
        connection.close();
        throw failed;
      }
    } catch (SQLException | IOException | FlywayException failed) {
      throw HistoryException.of(place, "opened", failed);
    }
  }

  /**
   * Puts a run in; one that is there already is replaced.
   *
   * @param folder where its report lies
   */
  public void record(Results results, Path folder) throws HistoryException {
    try {
      connection.setAutoCommit(false);
      try {
        new RunWriter(connection).write(results, folder);
        connection.commit();
      } catch (SQLException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw HistoryException.of(place, "written", failed);
    }
  }

  /** The chosen runs, the newest first. */
  public List<RecordedRun> runs(Selection selection) throws HistoryException {
    return asked(() -> new RunReader(connection).runs(selection));
  }

  /** The results of the chosen runs, the oldest run first. */
  public List<RecordedCheck> checks(Selection selection) throws HistoryException {
    return asked(() -> new RunReader(connection).checks(selection));
  }

  /** The ids of all checks that it has a result of. */
  public List<String> checkIds() throws HistoryException {
    return asked(() -> new RunReader(connection).checkIds());
  }

  private <T> T asked(Question<T> question) throws HistoryException {
    try {
      return question.ask();
    } catch (SQLException failed) {
      throw HistoryException.of(place, "read", failed);
    }
  }

  private interface Question<T extends @Nullable Object> {
    T ask() throws SQLException;
  }

  @Override
  public void close() throws HistoryException {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw HistoryException.of(place, "closed", failed);
    }
  }
}
