package dev.hairpin.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The history's tables, made and brought up to date by Flyway. */
final class Tables {
  static final String LATEST = "1";
  private static final String MIGRATIONS = "classpath:dev/hairpin/history";

  private Tables() {}

  /**
   * Brings them up to date. Flyway takes most of a second to start, and a run's end is when
   * somebody waits: so its own record is asked first whether there is anything to do.
   */
  static void upToDate(HistoryPlace place, Connection connection) throws SQLException {
    if (current(connection)) {
      return;
    }
    Flyway.configure(Tables.class.getClassLoader())
        .dataSource(place.url(), login(place, "user"), login(place, "password"))
        .locations(MIGRATIONS)
        .load()
        .migrate();
  }

  private static @Nullable String login(HistoryPlace place, String name) {
    return place.login().getProperty(name);
  }

  private static boolean current(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "flyway_schema_history", null)) {
      if (!tables.next()) {
        return false;
      }
    }
    try (PreparedStatement asked =
        connection.prepareStatement(
            "SELECT 1 FROM \"flyway_schema_history\" WHERE \"version\" = ? AND \"success\" = TRUE")) {
      asked.setString(1, LATEST);
      try (ResultSet found = asked.executeQuery()) {
        return found.next();
      }
    }
  }
}
