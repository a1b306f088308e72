package dev.hairpin.bench;

import java.util.Arrays;
import java.util.Optional;
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

  /**
   * Does the work without a look at the time.
   *
   * @throws InterruptedException when the bench is to end
   */
  void warmUp(int times, Work work) throws Exception {
    for (int index = 0; index < times; index++) {
      goOn();
      work.run();
    }
  }

  /**
   * A peer's median beside ours, each sample behind one of ours: a machine that is now fast, now
   * slow, is so for both. The first of each doesn't count.
   *
   * @return the ratio is the median of those of neighbours
   */
  Beside inTurns(int times, Measured ours, Measured theirs) throws Exception {
    double[] values = new double[times];
    double[] ratios = new double[times];
    for (int index = -1; index < times; index++) {
      goOn();
      double our = ours.run();
      double their = theirs.run();
      if (index >= 0) {
        values[index] = their;
        ratios[index] = our / their;
      }
    }
    return new Beside(middle(values), Optional.of(middle(ratios)));
  }

  /** The median of what the work gives; its first time doesn't count. */
  double median(int times, Measured work) throws Exception {
    double[] values = new double[times];
    for (int index = -1; index < times; index++) {
      goOn();
      double value = work.run();
      if (index >= 0) {
        values[index] = value;
      }
    }
    return middle(values);
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private void goOn() throws InterruptedException {
    if (interrupted.getAsBoolean()) {
      throw new InterruptedException("the bench was interrupted");
    }
  }
}
