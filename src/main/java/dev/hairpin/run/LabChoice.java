package dev.hairpin.run;

import dev.hairpin.embedded.LabCables;
import dev.hairpin.embedded.fault.FaultChoice;
import dev.hairpin.yaml.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code --lab} names.
 *
 * @param name the built-in lab's name, or the file's path as it was given
 * @param builtIn whether it is built in
 * @param fault what its switch is to do wrong, where it is a lab of the faulty switch
 * @param cables how many uplinks it has, where it is built in
 */
public record LabChoice(
    String name, boolean builtIn, Optional<FaultChoice> fault, LabCables cables) {
  /** The default. */
  public static final String EMBEDDED = "embedded";

  /**
   * What a shell makes of {@code <(...)}. sudo closes it, and then any file of this program may
   * have its number.
   */
  private static final Path DESCRIPTORS = Path.of("/dev/fd");

  /**
   * Takes a built-in lab's name or a file.
   *
   * @throws UsageException when it is neither
   */
  public static LabChoice of(String lab) throws UsageException {
    if (EmbeddedLabs.NAMES.contains(lab)) {
      return new LabChoice(lab, true, Optional.empty(), LabCables.ONE);
    }
    if (LabUp.isId(lab)) {
      throw new UsageException(
          "'%s' is the id of an embedded lab, which 'hairpin switch' and 'hairpin lab down' take. Next: leave out --lab, or give the path of a lab file"
              .formatted(lab));
    }
    Path path = Path.of(lab);
    if (Files.isRegularFile(path) && !path.startsWith(DESCRIPTORS)) {
      return new LabChoice(lab, false, Optional.empty(), LabCables.ONE);
    }
    refuseWhatIsNoFile(path);
    List<String> names = EmbeddedLabs.NAMES;
    throw new UsageException(
        "there is no lab file '%s', and no built-in lab of that name (%s)%s"
            .formatted(
                lab,
                String.join(", ", names),
                Nearest.to(lab, names)
                    .map(each -> "; did you mean '" + each + "'?")
                    .orElse(". Next: give the path of a lab file to --lab")));
  }

  /**
   * 'hairpin restore' and the next run's sweep read the lab file again by the path that the journal
   * has: what a run with a pipe was to put back, nobody could.
   */
  private static void refuseWhatIsNoFile(Path path) throws UsageException {
    if (Files.isDirectory(path)) {
      throw new UsageException(
          "'%s' is a folder, not a lab file. Next: give the path of a lab file to --lab"
              .formatted(path));
    }
    if (Files.exists(path) || path.startsWith(DESCRIPTORS)) {
      throw new UsageException(
          "'%s' is a pipe or device, not a file: a lab file is read once more when a switch must be put back after an interrupted run. Next: write it into a file, and give that to --lab"
              .formatted(path));
    }
  }

  /**
   * The same with a faulty switch, where a fault is asked for.
   *
   * @param text as {@code --fault} takes it
   * @throws UsageException when there is no such fault, or the lab's switch isn't ours to spoil
   */
  public LabChoice with(Optional<String> text) throws UsageException {
    if (text.isEmpty()) {
      return this;
    }
    if (!builtIn || name.equals(EmbeddedLabs.OPEN_VSWITCH)) {
      throw new UsageException(
          ("--fault needs an embedded lab whose switch can be made faulty, and '%s' is none. Next:"
                  + " leave out --lab, or give embedded or embedded-snmp")
              .formatted(name));
    }
    try {
      return new LabChoice(name, true, Optional.of(FaultChoice.parse(text.get())), cables);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  /**
   * The same with so many uplinks.
   *
   * @param count as {@code --uplinks} takes it; 1 where it was left out
   * @throws UsageException when a lab can't have so many, or it is no built-in lab
   */
  public LabChoice withUplinks(int count) throws UsageException {
    if (count == 1) {
      return this;
    }
    if (!builtIn) {
      throw new UsageException(
          "--uplinks is for embedded labs, and '%s' is a lab file. Next: leave out --lab, or write the uplinks into the file"
              .formatted(name));
    }
    if (count < 1 || count > LabCables.MOST) {
      throw new UsageException(
          "--uplinks %d: an embedded lab has 1 to %d uplinks".formatted(count, LabCables.MOST));
    }
    return new LabChoice(name, true, fault, new LabCables(count));
  }

  /** The lab file. */
  Path file() {
    return Path.of(name);
  }
}
