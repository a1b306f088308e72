package dev.hairpin.lab;

import dev.hairpin.lab.Lab.Host;
import dev.hairpin.lab.Lab.Timing;
import dev.hairpin.lab.Lab.Uplink;
import dev.hairpin.lab.Lab.Upstream;
import dev.hairpin.lab.Lab.Waiver;
import dev.hairpin.switches.Profile;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.yaml.FaultyFileException;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import dev.hairpin.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads lab files and the profiles they name, all faults of all of them at once. */
public final class LabReader {
  private static final Duration GUARD = Duration.ofMillis(20);
  private static final Duration LEAST_GUARD = Duration.ofMillis(1);
  private static final Duration MOST_GUARD = Duration.ofSeconds(10);

  private LabReader() {}

  /**
   * Reads a lab file; relative paths in it are taken from its own folder.
   *
   * @throws FaultyFileException with every fault of the lab file and of the profiles it names
   * @throws IOException when it is missing or can't be read; its message names file and reason
   */
  public static LoadedLab read(Path file, ProfileFolders folders)
      throws FaultyFileException, IOException {
    return read(file, folders, WaivableChecks.SHIPPED);
  }

  /**
   * The same for a given purpose.
   *
   * @param checks what its waivers may name
   */
  public static LoadedLab read(Path file, ProfileFolders folders, WaivableChecks checks)
      throws FaultyFileException, IOException {
    YamlDocument document = YamlDocument.read(file);
    Path parent = file.toAbsolutePath().getParent();
    return read(document, parent == null ? file : parent, folders, Optional.of(file), checks);
  }

  /**
   * Reads a lab out of a text, such as a filled {@link LabTemplate}.
   *
   * @param name what faults are reported under
   * @param base the folder that relative paths are taken from
   * @throws FaultyFileException with every fault of the text and of the profiles it names
   */
  public static LoadedLab parse(String name, String text, Path base, ProfileFolders folders)
      throws FaultyFileException {
    return read(
        YamlDocument.parse(name, text), base, folders, Optional.empty(), WaivableChecks.SHIPPED);
  }

  private static LoadedLab read(
      YamlDocument document,
      Path base,
      ProfileFolders folders,
      Optional<Path> file,
      WaivableChecks checks)
      throws FaultyFileException {
    Fields fields =
        document.root("lab", "host", "uplinks", "upstream", "switches", "waivers", "timing");
    Profiles profiles = new Profiles(folders, base);
    SwitchReader switches = new SwitchReader(base, profiles);
    fields
        .need("switches", "a list of switches with name, profile, address and login")
        .ifPresent(switches::read);
    UplinkReader cables = new UplinkReader(switches.profileBySwitch());
    List<Uplink> uplinks =
        fields
            .need("uplinks", "a list of uplinks with name, nic, switch and port")
            .map(cables::uplinks)
            .orElse(List.of());
    Optional<Upstream> upstream = fields.find("upstream").flatMap(cables::upstream);
    Host host =
        fields.find("host").map(each -> HostReader.read(each, base)).orElse(HostReader.DEFAULT);
    List<Waiver> waivers =
        fields.find("waivers").map(new WaiverReader(checks)::read).orElse(List.of());
    Timing timing = new Timing(fields.find("timing").flatMap(LabReader::guard).orElse(GUARD));
    String name = fields.need("lab", "its name").flatMap(Forms::labName).orElse("");
    check(document, profiles);
    Lab lab = new Lab(name, host, uplinks, upstream, switches.switches(), waivers, timing);
    return new LoadedLab(lab, present(switches.profileBySwitch()), file);
  }

  private static Optional<Duration> guard(Value value) {
    return value
        .fields("guard")
        .flatMap(each -> each.find("guard"))
        .flatMap(each -> each.duration(LEAST_GUARD, MOST_GUARD));
  }

  private static void check(YamlDocument document, Profiles profiles) throws FaultyFileException {
    List<FaultyFileException> all = new ArrayList<>();
    document.faulty().ifPresent(all::add);
    all.addAll(profiles.faulty());
    if (all.size() == 1) {
      throw all.get(0);
    }
    if (!all.isEmpty()) {
      throw FaultyFileException.together(all);
    }
  }

  private static Map<String, Profile> present(Map<String, Optional<Profile>> profiles) {
    Map<String, Profile> present = new LinkedHashMap<>();
    profiles.forEach((name, profile) -> profile.ifPresent(each -> present.put(name, each)));
    return java.util.Collections.unmodifiableMap(present);
  }
}
