package dev.hairpin.suite;

import dev.hairpin.run.LabChoice;
import dev.hairpin.run.LabUplinks;
import dev.hairpin.run.RunOptions;
import dev.hairpin.run.UsageException;
import dev.hairpin.yaml.FaultyFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.UniqueId;

/**
 * What a suite is told by configuration parameters of the JUnit platform ({@code
 * junit-platform.properties}, {@code @ConfigurationParameter} or system properties), as {@code
 * hairpin run} is by its options: {@code hairpin.lab} (by default {@code embedded}), {@code
 * hairpin.fault}, {@code hairpin.uplinks} and {@code hairpin.out} (by default a folder of the
 * suite's name in {@code target/hairpin}).
 */
record SuiteSettings(String lab, Optional<String> fault, int uplinks, Path out) {
  static final String LAB = "hairpin.lab";

  private static final String UPLINKS = "hairpin.uplinks";

  static SuiteSettings of(ConfigurationParameters told, UniqueId engine) throws UsageException {
    return new SuiteSettings(
        told.get(LAB).orElse(LabChoice.EMBEDDED),
        told.get("hairpin.fault"),
        uplinks(told.get(UPLINKS)),
        told.get("hairpin.out", Path::of)
            .orElseGet(() -> Path.of("target", "hairpin").resolve(suite(engine))));
  }

  private static int uplinks(Optional<String> text) throws UsageException {
    try {
      return Integer.parseInt(text.map(String::strip).orElse("1"));
    } catch (NumberFormatException wrong) {
      throw new UsageException(
          "%s takes a number, such as 4, and not '%s'".formatted(UPLINKS, text.orElse("")));
    }
  }

  private static String suite(UniqueId engine) {
    return engine.getSegments().stream()
        .filter(each -> each.getType().equals("suite"))
        .map(UniqueId.Segment::getValue)
        .reduce((first, last) -> last)
        .orElse("run");
  }

  List<String> uplinkNames() throws UsageException, FaultyFileException {
    return LabUplinks.namesOf(LabChoice.of(lab).with(fault).withUplinks(uplinks));
  }

  RunOptions options() {
    return new RunOptions(
        lab,
        fault,
        uplinks,
        Optional.empty(),
        Path.of(""),
        Optional.of(out),
        out,
        false,
        Optional.ofNullable(SuiteSettings.class.getPackage().getImplementationVersion())
            .orElse("development"));
  }
}
