package dev.hairpin.run;

import dev.hairpin.embedded.ReachableLab;
import dev.hairpin.lab.ByHand;
import dev.hairpin.lab.HandSetting;
import dev.hairpin.lab.Lab;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.lab.PortInUseException;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.WaivableChecks;
import dev.hairpin.switches.Profile;
import dev.hairpin.switches.Reach;
import dev.hairpin.switches.RelayState;
import dev.hairpin.switches.Secrets;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.switches.Transcript;
import dev.hairpin.yaml.FaultyFileException;
import dev.hairpin.yaml.Nearest;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One switch port, spoken to by hand. */
public final class OnePort implements AutoCloseable {
  private final LoadedLab lab;
  private final Lab.Uplink uplink;
  private final String source;
  private final String namespace;
  private final Transcript transcript;
  private final SwitchSession session;

  private OnePort(
      LoadedLab lab,
      Lab.Uplink uplink,
      String source,
      String namespace,
      Transcript transcript,
      SwitchSession session) {
    this.lab = lab;
    this.uplink = uplink;
    this.source = source;
    this.namespace = namespace;
    this.transcript = transcript;
    this.session = session;
  }

  /**
   * Opens a session with the switch of an uplink.
   *
   * @param named a lab file, a built-in lab's name or the id of one that is up
   * @throws UsageException when the lab has no such uplink
   * @throws IOException when the lab isn't up or the switch can't be spoken to
   */
  public static OnePort open(String named, String uplinkName)
      throws UsageException, FaultyFileException, IOException {
    if (LabUp.isId(named)) {
      return inBox(LabUp.withId(named), named, uplinkName);
    }
    LabChoice choice = LabChoice.of(named);
    if (choice.builtIn()) {
      return inBox(LabUp.only(choice), named, uplinkName);
    }
    String file = choice.file().toAbsolutePath().toString();
    return open(LabFiles.read(choice, WaivableChecks.ANY), Reach.HERE, uplinkName, file, "");
  }

  private static OnePort inBox(ReachableLab box, String named, String uplinkName)
      throws UsageException, FaultyFileException, IOException {
    String namespace = box.managementNamespace().name().orElse("");
    return open(EmbeddedLabs.loaded(box), box.reach(), uplinkName, named, namespace);
  }

  private static OnePort open(
      LoadedLab lab, Reach reach, String uplinkName, String source, String namespace)
      throws UsageException, IOException {
    Lab.Uplink uplink = uplink(lab.lab(), uplinkName);
    Secrets secrets = new Secrets();
    Transcript transcript = Transcript.unwritten(secrets);
    SwitchSession session =
        SwitchSession.open(
            lab.lab().switchOf(uplink), lab.profileOf(uplink), reach, transcript, secrets);
    return new OnePort(lab, uplink, source, namespace, transcript, session);
  }

  private static Lab.Uplink uplink(Lab lab, String name) throws UsageException {
    List<String> names = lab.uplinks().stream().map(Lab.Uplink::name).toList();
    return lab.uplinks().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "lab %s has no uplink '%s'; it has %s%s"
                        .formatted(
                            lab.name(),
                            name,
                            String.join(", ", names),
                            Nearest.to(name, names)
                                .map(each -> ". Did you mean '" + each + "'?")
                                .orElse(""))));
  }

  /** What the lab file says of the uplink. */
  public Lab.Uplink uplink() {
    return uplink;
  }

  /** The switch's profile. */
  public Profile profile() {
    return lab.profileOf(uplink);
  }

  /** The open session. */
  public SwitchSession session() {
    return session;
  }

  /**
   * Sets reflective relay by hand: it stays so. The port is locked meanwhile, and the change is in
   * the undo journal until it is done, so that one that was cut off in the middle can be undone.
   *
   * @param said takes what the user must know
   * @param interrupted whether the user has given up: then what was found is put back
   * @throws PortInUseException when a run has the port
   */
  public ByHand set(RelayState wanted, Consumer<String> said, BooleanSupplier interrupted)
      throws IOException {
    return HandSetting.of(
        new HandSetting.Place(
            StateRoot.ofEnvironment().prepare(),
            lab.lab().switchOf(uplink),
            uplink,
            source,
            namespace),
        session,
        wanted,
        said,
        interrupted);
  }

  @Override
  public void close() throws IOException {
    session.close();
    transcript.close();
  }
}
