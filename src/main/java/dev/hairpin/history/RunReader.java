package dev.hairpin.history;

import dev.hairpin.report.Totals;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs out of the tables. */
final class RunReader {
  private final Connection connection;

  RunReader(Connection connection) {
    this.connection = connection;
  }

  List<RecordedRun> runs(Selection selection) throws SQLException {
    Map<String, Map<Outcome, Integer>> totals = totals(selection);
    Query query =
        new Query("SELECT run.* FROM run WHERE 1 = 1")
            .chosen(selection)
            .and("ORDER BY run.started DESC, run.id DESC");
    return query.rows(
        connection,
        row ->
            new RecordedRun(
                row.getString("id"),
                at(row, "started"),
                at(row, "finished"),
                row.getString("lab"),
                row.getString("version"),
                row.getString("kernel"),
                row.getString("accelerator"),
                row.getInt("exit_status"),
                row.getString("folder"),
                totals(totals.getOrDefault(row.getString("id"), Map.of()))));
  }

  private Map<String, Map<Outcome, Integer>> totals(Selection selection) throws SQLException {
    Query query =
        new Query(
                "SELECT result.run_id, result.outcome, count(*) AS amount FROM result JOIN run ON run.id = result.run_id WHERE 1 = 1")
            .chosen(selection)
            .ofResults(selection)
            .and("GROUP BY result.run_id, result.outcome");
    Map<String, Map<Outcome, Integer>> totals = new HashMap<>();
    query.rows(
        connection,
        row ->
            totals
                .computeIfAbsent(row.getString("run_id"), id -> new HashMap<>())
                .put(outcome(row), row.getInt("amount")));
    return totals;
  }

  private static Totals totals(Map<Outcome, Integer> counts) {
    return new Totals(
        counts.getOrDefault(Outcome.PASSED, 0),
        counts.getOrDefault(Outcome.FAILED, 0),
        counts.getOrDefault(Outcome.WAIVED, 0),
        counts.getOrDefault(Outcome.INCONCLUSIVE, 0),
        counts.getOrDefault(Outcome.SKIPPED, 0));
  }

  List<RecordedCheck> checks(Selection selection) throws SQLException {
    Map<List<String>, Map<String, Double>> measurements = measurements(selection);
    Query query =
        new Query(
                "SELECT result.*, run.started, run.lab, run.version, run.kernel, uplink.driver, uplink.system"
                    + " FROM result JOIN run ON run.id = result.run_id"
                    + " LEFT JOIN uplink ON uplink.run_id = run.id AND uplink.name = result.uplink WHERE 1 = 1")
            .chosen(selection)
            .ofResults(selection)
            .and("ORDER BY run.started, run.id, result.place");
    return query.rows(connection, row -> check(row, measurements));
  }

  List<String> checkIds() throws SQLException {
    return new Query("SELECT DISTINCT result.check_id FROM result ORDER BY result.check_id")
        .rows(connection, row -> row.getString("check_id"));
  }

  private static RecordedCheck check(
      ResultSet row, Map<List<String>, Map<String, Double>> measurements) throws SQLException {
    String run = row.getString("run_id");
    String id = row.getString("check_id");
    String uplink = row.getString("uplink");
    return new RecordedCheck(
        run,
        at(row, "started"),
        id,
        uplink,
        outcome(row),
        Optional.ofNullable(row.getString("diagnosis")).flatMap(Diagnosis::ofId),
        row.getString("reason"),
        row.getDouble("duration_ms"),
        new RecordedCheck.Conditions(
            row.getString("lab"),
            row.getString("version"),
            row.getString("kernel"),
            Optional.ofNullable(row.getString("driver")).orElse(""),
            Optional.ofNullable(row.getString("system")).orElse("")),
        measurements.getOrDefault(List.of(run, id, uplink), Map.of()));
  }

  private Map<List<String>, Map<String, Double>> measurements(Selection selection)
      throws SQLException {
    Query query =
        new Query(
                "SELECT result.* FROM measurement result JOIN run ON run.id = result.run_id WHERE 1 = 1")
            .chosen(selection)
            .ofResults(selection);
    Map<List<String>, Map<String, Double>> all = new HashMap<>();
    query.rows(
        connection,
        row ->
            all.computeIfAbsent(
                    List.of(
                        row.getString("run_id"),
                        row.getString("check_id"),
                        row.getString("uplink")),
                    key -> new HashMap<>())
                .put(row.getString("name"), row.getDouble("amount")));
    return all;
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    return Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
