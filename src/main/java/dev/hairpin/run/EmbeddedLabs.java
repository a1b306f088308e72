package dev.hairpin.run;

import dev.hairpin.embedded.EmbeddedLab;
import dev.hairpin.embedded.EmbeddedOptions;
import dev.hairpin.embedded.ReachableLab;
import dev.hairpin.lab.LabReader;
import dev.hairpin.lab.LabTemplate;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** The built-in labs: what they are brought up with, and the lab file each stands for. */
public final class EmbeddedLabs {
  private static final String TEMPLATE = "embedded.yaml";

  private EmbeddedLabs() {}

  /** What a built-in lab is brought up with. */
  public static EmbeddedOptions options(LabChoice choice, boolean keep) {
    String control = Objects.requireNonNull(LabChoice.BUILT_IN.get(choice.name()));
    return new EmbeddedOptions(
        SwitchAccess.Control.valueOf(control.toUpperCase(Locale.ROOT)), keep);
  }

  /** The lab file of a lab that is up. */
  public static LoadedLab loaded(ReachableLab box) throws IOException, FaultyFileException {
    try (InputStream template =
        Objects.requireNonNull(EmbeddedLab.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
      String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
      return LabReader.parse(
          "the built-in lab file",
          LabTemplate.fill(text, box.values()),
          Path.of("").toAbsolutePath(),
          ProfileFolders.standard());
    }
  }
}
