package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Runs put together to a {@link Matrix}. */
public final class MatrixRuns {
  /** From bad to good; what was only skipped was not tested. */
  private static final List<Outcome> WORST_FIRST =
      List.of(Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.WAIVED, Outcome.PASSED);

  private final List<Part> parts = new ArrayList<>();

  /** One uplink of one run. */
  private record Part(
      Matrix.Device device, Matrix.Host host, Matrix.Source source, List<CheckResult> checks) {}

  /** Adds a run; the same run twice counts once. */
  public void add(Results results, Path folder) {
    Matrix.Source source = new Matrix.Source(results.run().id(), results.run().started(), folder);
    if (parts.stream().anyMatch(each -> each.source().run().equals(source.run()))) {
      return;
    }
    for (LabInfo.Uplink uplink : results.lab().uplinks()) {
      parts.add(
          new Part(
              device(uplink.switchInfo()),
              new Matrix.Host(results.lab().host().kernel(), uplink.driver()),
              source,
              results.checks().stream()
                  .filter(each -> each.uplink().equals(uplink.name()))
                  .toList()));
    }
  }

  private static Matrix.Device device(LabInfo.Switch info) {
    return new Matrix.Device(
        info.profile(), info.model().orElse(info.system()), info.version().orElse(""));
  }

  /** The matrix of all runs that were added. */
  public Matrix matrix() {
    TreeSet<Matrix.Host> hosts =
        new TreeSet<>(Comparator.comparing(Matrix.Host::kernel).thenComparing(Matrix.Host::driver));
    TreeSet<Matrix.Device> devices =
        new TreeSet<>(
            Comparator.comparing(Matrix.Device::profile)
                .thenComparing(Matrix.Device::model)
                .thenComparing(Matrix.Device::version));
    for (Part each : parts) {
      hosts.add(each.host());
      devices.add(each.device());
    }
    return new Matrix(
        List.copyOf(hosts),
        devices.stream()
            .map(
                device ->
                    new Matrix.Row(device, hosts.stream().map(host -> cell(device, host)).toList()))
            .toList());
  }

  private Matrix.Cell cell(Matrix.Device device, Matrix.Host host) {
    List<Part> both =
        parts.stream()
            .filter(each -> each.device().equals(device) && each.host().equals(host))
            .toList();
    List<Matrix.Source> sources =
        both.stream()
            .map(Part::source)
            .distinct()
            .sorted(Comparator.comparing(Matrix.Source::started).reversed())
            .toList();
    List<CheckResult> newest =
        both.stream()
            .filter(each -> each.source().equals(sources.get(0)))
            .flatMap(each -> each.checks().stream())
            .toList();
    return new Matrix.Cell(worst(newest), Totals.of(newest), newest, sources);
  }

  /** The worst outcome of some checks; empty where none was tried. */
  static Optional<Outcome> worst(List<CheckResult> checks) {
    return WORST_FIRST.stream()
        .filter(outcome -> checks.stream().anyMatch(each -> each.outcome() == outcome))
        .findFirst();
  }
}
