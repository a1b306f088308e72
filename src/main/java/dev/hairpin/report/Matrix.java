package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which switches work with which hosts: a row for each switch model and software version, a column
 * for each host kernel and NIC driver.
 */
public record Matrix(List<Host> hosts, List<Row> rows) {
  public Matrix {
    hosts = List.copyOf(hosts);
    rows = List.copyOf(rows);
  }

  /** A column. */
  public record Host(String kernel, String driver) {}

  /**
   * A row's name.
   *
   * @param model the model, or what the switch calls itself where it doesn't say
   * @param version of its software; empty where it doesn't say
   */
  public record Device(String profile, String model, String version) {}

  /**
   * One switch.
   *
   * @param cells one for each host, in their order
   */
  public record Row(Device device, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What one switch and one host came to.
   *
   * @param outcome the worst of the newest run; empty where nothing was tested
   * @param totals of the newest run
   * @param checks of the newest run
   * @param sources the runs, the newest first
   */
  public record Cell(
      Optional<Outcome> outcome, Totals totals, List<CheckResult> checks, List<Source> sources) {
    public Cell {
      checks = List.copyOf(checks);
      sources = List.copyOf(sources);
    }
  }

  /** A run that tested the pair. */
  public record Source(String run, Instant started, Path folder) {}
}
