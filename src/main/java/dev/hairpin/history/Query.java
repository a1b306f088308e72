package dev.hairpin.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A question in the making; every value is a parameter. */
final class Query {
  private final StringBuilder text;
  private final List<Object> values = new ArrayList<>();

  Query(String start) {
    text = new StringBuilder(start);
  }

  Query and(String more) {
    text.append(' ').append(more);
    return this;
  }

  Query with(Object value) {
    values.add(value);
    return this;
  }

  /** Of the chosen runs: the last so many that fit. */
  Query chosen(Selection selection) {
    and("AND run.id IN (SELECT r.id FROM run r WHERE 1 = 1");
    selection.lab().ifPresent(each -> and("AND r.lab = ?").with(each));
    selection
        .before()
        .ifPresent(each -> and("AND r.started < ?").with(each.atOffset(ZoneOffset.UTC)));
    String has = "AND EXISTS (SELECT 1 FROM result had WHERE had.run_id = r.id AND had.%s = ?)";
    selection.check().ifPresent(each -> and(has.formatted("check_id")).with(each));
    selection.uplink().ifPresent(each -> and(has.formatted("uplink")).with(each));
    return and("ORDER BY r.started DESC, r.id DESC FETCH FIRST ? ROWS ONLY)")
        .with(selection.last());
  }

  /** Of the chosen check and uplink. */
  Query ofResults(Selection selection) {
    selection.check().ifPresent(each -> and("AND result.check_id = ?").with(each));
    selection.uplink().ifPresent(each -> and("AND result.uplink = ?").with(each));
    return this;
  }

  <T> List<T> rows(Connection connection, Reading<T> reading) throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement(text.toString())) {
      for (int index = 0; index < values.size(); index++) {
        asked.setObject(index + 1, values.get(index));
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet answer = asked.executeQuery()) {
        while (answer.next()) {
          rows.add(reading.of(answer));
        }
      }
      return rows;
    }
  }

  /** A row to a value. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }
}
