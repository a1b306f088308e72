package dev.hairpin.bench;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Measures the same work some times. */
final class Samples {
  private static final double MILLI = 1e6;

  private final BooleanSupplier interrupted;

  Samples(BooleanSupplier interrupted) {
    this.interrupted = interrupted;
  }

  /** Work that is measured. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Work that measures itself. */
  @FunctionalInterface
  interface Measured {
    double run() throws Exception;
  }

  /**
   * The median of what the work takes, in milliseconds; its first time doesn't count.
   *
   * @throws InterruptedException when the bench is to end
   */
  double medianMillis(int times, Work work) throws Exception {
    return median(
        times,
        () -> {
          long start = System.nanoTime();
          work.run();
          return (System.nanoTime() - start) / MILLI;
        });
  }

  /** The median of what the work gives; its first time doesn't count. */
  double median(int times, Measured work) throws Exception {
    double[] values = new double[times];
    for (int index = -1; index < times; index++) {
      if (interrupted.getAsBoolean()) {
        throw new InterruptedException("the bench was interrupted");
      }
      double value = work.run();
      if (index >= 0) {
        values[index] = value;
      }
    }
    Arrays.sort(values);
    int middle = times / 2;
    return times % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
