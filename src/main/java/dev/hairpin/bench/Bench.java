package dev.hairpin.bench;

import dev.hairpin.lab.UndecidedException;
import dev.hairpin.linux.Privileges;
import dev.hairpin.report.ResultsJson;
import dev.hairpin.run.Interruption;
import dev.hairpin.run.LabChoice;
import dev.hairpin.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures this program, in labs of its own, and writes {@code bench.json}. */
public final class Bench {
  private static final String SNMP_LAB = "embedded-snmp";

  private final BenchOptions options;
  private final Progress progress;
  private final Interruption interruption;
  private final Samples samples;
  private final Peers peers;
  private final List<Figure> figures = new ArrayList<>();

  private Bench(BenchOptions options, Progress progress, Interruption interruption) {
    this.options = options;
    this.progress = progress;
    this.interruption = interruption;
    this.samples = new Samples(interruption::requested);
    this.peers = new Peers(options.peers());
  }

  /**
   * Measures what was asked for. A figure that can't be measured is in the report too, and says
   * why.
   *
   * @throws InterruptedException when it was interrupted; everything is put back
   * @throws IOException when no lab could be brought up, or the report not be written
   */
  public static BenchReport of(BenchOptions options, Progress progress, Interruption interruption)
      throws Exception {
    return new Bench(options, progress, interruption).measure();
  }

  private BenchReport measure() throws Exception {
    Instant started = Instant.now();
    requirePrivileges();
    Files.createDirectories(options.out());
    Map<String, String> machine = Machine.facts();
    inLab(
        LabChoice.EMBEDDED,
        List.of(
            Measure.ABSENCE,
            Measure.TWELVE_CHECKS,
            Measure.RELAY_SSH,
            Measure.INJECTION,
            Measure.CAPTURE_DROPS));
    inLab(SNMP_LAB, List.of(Measure.RELAY_SNMP));
    figure(Measure.READING, () -> ReadingFigure.measure(options.out(), samples, peers));
    figure(Measure.RUN, () -> RunFigure.measure(options, progress, interruption));
    BenchReport report =
        new BenchReport(
            BenchReport.FORMAT, options.version(), started, machine, figures, peers.absent());
    Files.writeString(options.out().resolve(BenchReport.NAME), ResultsJson.any(report));
    return report;
  }

  private static void requirePrivileges() throws IOException {
    List<String> missing = Privileges.current().missing();
    if (!missing.isEmpty()) {
      throw new UndecidedException(
          "a bench makes macvtap devices and captures frames, and lacks %s for it. Next: sudo ./hairpin bench"
              .formatted(String.join(", ", missing)));
    }
  }

  private void inLab(String name, List<Measure> measures) throws Exception {
    List<Measure> wanted = measures.stream().filter(options.measures()::contains).toList();
    if (wanted.isEmpty()) {
      return;
    }
    progress.phase("bringing the lab %s up".formatted(name));
    try (BenchLab lab = BenchLab.up(name, interruption)) {
      for (Measure each : wanted) {
        figure(each, () -> figure(lab, each));
      }
      progress.phase("taking the lab down");
    }
  }

  private Figure figure(BenchLab lab, Measure which) throws Exception {
    return switch (which) {
      case ABSENCE -> AbsenceFigure.measure(lab, samples, peers);
      case TWELVE_CHECKS -> TwelveChecksFigure.measure(lab, samples, peers);
      case RELAY_SSH, RELAY_SNMP -> RelayFigure.measure(lab, which, samples, peers);
      case INJECTION -> InjectionFigure.measure(lab, samples, peers);
      case CAPTURE_DROPS -> CaptureFigure.measure(lab, peers);
      default -> throw new IllegalArgumentException(which + " needs no lab");
    };
  }

  /** What measures one figure. */
  @FunctionalInterface
  private interface Measuring {
    Figure measure() throws Exception;
  }

  private void figure(Measure which, Measuring measuring) throws Exception {
    if (!options.measures().contains(which)) {
      return;
    }
    progress.phase("measuring " + which.id());
    try {
      figures.add(measuring.measure());
    } catch (IOException failed) {
      figures.add(Figure.lacking(which, String.valueOf(failed.getMessage())));
    }
  }
}
