package dev.hairpin.run;

import dev.hairpin.embedded.EmbeddedLab;
import dev.hairpin.embedded.EmbeddedOptions;
import dev.hairpin.embedded.ReachableLab;
import dev.hairpin.embedded.SwitchKind;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The built-in labs: what they are brought up with, and the lab file each stands for. */
public final class EmbeddedLabs {
  /** The built-in lab that has no faulty switch: its forwarding is somebody else's. */
  static final String OPEN_VSWITCH = "embedded-openvswitch";

  private static final String TEMPLATE = "embedded.yaml";

  /** Their names, in order. */
  static final List<String> NAMES = List.of(LabChoice.EMBEDDED, OPEN_VSWITCH, "embedded-snmp");

  private EmbeddedLabs() {}

  /** What a built-in lab is brought up with. */
  public static EmbeddedOptions options(LabChoice choice, boolean keep) {
    EmbeddedOptions honest =
        switch (choice.name()) {
          case OPEN_VSWITCH ->
              EmbeddedOptions.of(SwitchKind.OPEN_VSWITCH, SwitchAccess.Control.SSH, keep);
          case "embedded-snmp" ->
              EmbeddedOptions.of(SwitchKind.LINUX_BRIDGE, SwitchAccess.Control.SNMP, keep);
          default -> EmbeddedOptions.of(SwitchKind.LINUX_BRIDGE, SwitchAccess.Control.SSH, keep);
        };
    return choice.fault().map(honest::with).orElse(honest).with(choice.cables());
  }

  /** The lab file of a lab that is up. */
  public static LoadedLab loaded(ReachableLab box) throws IOException, FaultyFileException {
    LoadedLab lab =
        LabReader.parse(
            "the built-in lab file",
            text(box),
            Path.of("").toAbsolutePath(),
            ProfileFolders.standard());
    return box.filters() ? lab : lab.withoutFilters();
  }

  /** The same as text. */
  static String text(ReachableLab box) throws IOException {
    Map<String, String> values = box.values();
    String text = resource(TEMPLATE).orElseThrow() + resource(box.waivers()).orElse("");
    return LabTemplate.fill(text, values);
  }

  private static Optional<String> resource(String name) throws IOException {
    try (InputStream found = EmbeddedLab.class.getResourceAsStream(name)) {
      return found == null
          ? Optional.empty()
          : Optional.of(new String(found.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
