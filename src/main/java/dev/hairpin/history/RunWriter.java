package dev.hairpin.history;

import dev.hairpin.report.CheckResult;
import dev.hairpin.report.LabInfo;
import dev.hairpin.report.Results;
import dev.hairpin.report.RunInfo;
import dev.hairpin.verdict.Diagnosis;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run into the tables. */
final class RunWriter {
  private final Connection connection;

  RunWriter(Connection connection) {
    this.connection = connection;
  }

  void write(Results results, Path folder) throws SQLException {
    String id = results.run().id();
    try (Row old = row("DELETE FROM run WHERE id = ?")) {
      old.add(id);
    }
    run(results, folder);
    uplinks(id, results.lab());
    results(id, results.checks());
    measurements(id, results.checks());
  }

  private void run(Results results, Path folder) throws SQLException {
    RunInfo run = results.run();
    LabInfo lab = results.lab();
    try (Row row = row("INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      row.add(
          run.id(),
          at(run.started()),
          at(run.finished()),
          lab.name(),
          run.version(),
          lab.host().kernel(),
          lab.host().accelerator(),
          run.exit(),
          folder.toAbsolutePath().normalize().toString());
    }
  }

  private static Object at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private void uplinks(String run, LabInfo lab) throws SQLException {
    try (Row row = row("INSERT INTO uplink VALUES (?, ?, ?, ?, ?)")) {
      for (LabInfo.Uplink each : lab.uplinks()) {
        row.add(
            run,
            each.name(),
            each.driver(),
            each.switchInfo().profile(),
            clipped(each.switchInfo().system(), 4096));
      }
    }
  }

  private void results(String run, List<CheckResult> checks) throws SQLException {
    try (Row row = row("INSERT INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      int place = 0;
      for (CheckResult each : checks) {
        row.add(
            run,
            each.id(),
            each.uplink(),
            place++,
            each.outcome().id(),
            each.diagnosis().map(Diagnosis::id).orElse(null),
            clipped(each.reason(), 65536),
            each.durationMs());
      }
    }
  }

  private void measurements(String run, List<CheckResult> checks) throws SQLException {
    try (Row row = row("INSERT INTO measurement VALUES (?, ?, ?, ?, ?)")) {
      for (CheckResult check : checks) {
        for (Map.Entry<String, Double> each : check.measurements().entrySet()) {
          row.add(run, check.id(), check.uplink(), each.getKey(), each.getValue());
        }
      }
    }
  }

  private static String clipped(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private Row row(String statement) throws SQLException {
    return new Row(connection.prepareStatement(statement));
  }

  /** Rows of one statement, sent together when it is closed. */
  private record Row(PreparedStatement statement) implements AutoCloseable {
    void add(@Nullable Object... values) throws SQLException {
      for (int index = 0; index < values.length; index++) {
        // A switch may say anything; PostgreSQL takes no NUL in a text.
        statement.setObject(
            index + 1,
            values[index] instanceof String text ? text.replace('\0', '\uFFFD') : values[index]);
      }
      statement.addBatch();
    }

    @Override
    public void close() throws SQLException {
      try (statement) {
        statement.executeBatch();
      }
    }
  }
}
