package dev.hairpin.report;

import java.util.List;

/** What a check took in earlier runs; tells noise from news. */
public interface EarlierFigures {
  /** The figure that every check has: its wall time in milliseconds. */
  String DURATION = "duration-ms";

  /** No earlier runs are known. */
  EarlierFigures NONE = (check, uplink, figure) -> List.of();

  /**
   * The values of one figure, in any order.
   *
   * @param figure {@link #DURATION} or a measurement's name
   */
  List<Double> of(String check, String uplink, String figure);
}
