package dev.hairpin.lab;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.switches.FoundPort;
import dev.hairpin.switches.RelayState;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The inverse of a change to this machine or a switch: data, so that another process can do it
 * later from the journal alone. Doing one twice, or for a change that was never made, does no harm.
 * {@code toString} names it for a person.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Undo.LinkDelete.class, name = "link-delete"),
  @JsonSubTypes.Type(value = Undo.LinkUp.class, name = "link-up"),
  @JsonSubTypes.Type(value = Undo.ProcessKill.class, name = "process-kill"),
  @JsonSubTypes.Type(value = Undo.NamespaceDelete.class, name = "netns-delete"),
  @JsonSubTypes.Type(value = Undo.DirectoryDelete.class, name = "directory-delete"),
  @JsonSubTypes.Type(value = Undo.RelayRestore.class, name = "relay-restore"),
  @JsonSubTypes.Type(value = Undo.FilterRemove.class, name = "filter-remove")
})
public sealed interface Undo {

  /** What the links of a run are labelled with: their alias. */
  static String label(String runId) {
    return "hairpin " + runId;
  }

  /** What the namespaces of a run are labelled with: the alias of their loopback interface. */
  static String namespaceLabel(RunDirectory run) {
    return label(run.id()) + UndoNamespaces.place(run.root());
  }

  /**
   * A link to delete, when it is the one that was made: its alias is the label, or, when it has
   * none yet, its MAC address is the one it was made with.
   *
   * @param namespace the network namespace's name; empty for one without a name
   * @param namespaceInode the inode of its {@code /proc/PID/ns/net}
   * @param link the link's name
   * @param label the link's alias, {@link Undo#label}
   * @param mac the MAC address it is made with; empty where that is left to the kernel
   */
  record LinkDelete(String namespace, long namespaceInode, String link, String label, String mac)
      implements Undo {
    /** A link in a namespace that is there now. */
    public static LinkDelete of(NetNamespace where, String link, String runId, MacAddress mac)
        throws IOException {
      return new LinkDelete(
          where.name().orElse(""), where.inode(), link, Undo.label(runId), mac.toString());
    }

    /** One whose address is left to the kernel; only its label tells that it is ours. */
    public static LinkDelete of(NetNamespace where, String link, String runId) throws IOException {
      return new LinkDelete(where.name().orElse(""), where.inode(), link, Undo.label(runId), "");
    }

    @Override
    public String toString() {
      return "link " + link + (namespace.isEmpty() ? "" : " in namespace " + namespace);
    }
  }

  /**
   * A link of the machine's own to set up again.
   *
   * @param namespace the network namespace's name; empty for one without a name
   * @param namespaceInode the inode of its {@code /proc/PID/ns/net}
   * @param link the link's name
   */
  record LinkUp(String namespace, long namespaceInode, String link) implements Undo {
    /** A link in a namespace that is there now. */
    public static LinkUp of(NetNamespace where, String link) throws IOException {
      return new LinkUp(where.name().orElse(""), where.inode(), link);
    }

    @Override
    public String toString() {
      return "link " + link + (namespace.isEmpty() ? "" : " in namespace " + namespace) + " up";
    }
  }

  /** Every process with {@code HAIRPIN_RUN=<run id>} in its environment, to kill. */
  record ProcessKill(String runId) implements Undo {
    @Override
    public String toString() {
      return "processes of run " + runId;
    }
  }

  /**
   * A network namespace to delete, with the processes in it.
   *
   * @param name its name, which begins with {@code hp-}
   */
  record NamespaceDelete(String name) implements Undo {
    @Override
    public String toString() {
      return "network namespace " + name;
    }
  }

  /** A directory to delete with all it holds, below the program's own places only. */
  record DirectoryDelete(String path) implements Undo {
    /** A directory of this machine. */
    public static DirectoryDelete of(Path path) {
      return new DirectoryDelete(path.toAbsolutePath().normalize().toString());
    }

    @Override
    public String toString() {
      return "directory " + path;
    }
  }

  /**
   * Reflective relay to set back on a switch port.
   *
   * @param lab the lab file's absolute path, or a built-in lab's name
   * @param uplink the uplink's name in it
   * @param switchName the switch's name in it
   * @param port the port as the switch calls it
   * @param state what it was before
   * @param found what all of the port was before, {@link FoundPort#format}; empty for the state
   *     alone
   * @param keys by what the port is known to be the same one, {@link PortKeys#keys}
   * @param namespace the network namespace that the switch is managed from; empty for the program's
   *     own. When it is gone, so is the switch (an embedded lab), and there is nothing to restore
   */
  record RelayRestore(
      String lab,
      String uplink,
      String switchName,
      String port,
      RelayState state,
      String found,
      List<String> keys,
      String namespace)
      implements Undo {
    /** Entries of the first version tell of the state alone. */
    public RelayRestore {
      found = Objects.requireNonNullElse(found, "");
      keys = List.copyOf(Objects.requireNonNullElse(keys, List.of()));
    }

    /** Of one uplink's port. */
    static RelayRestore of(
        String lab, Lab.Uplink uplink, FoundPort found, List<String> keys, String namespace) {
      return new RelayRestore(
          lab,
          uplink.name(),
          uplink.switchName(),
          uplink.port(),
          found.relay(),
          found.format(),
          keys,
          namespace);
    }

    /** What the port is to be again. */
    public FoundPort before(FoundPort now) {
      return found.isEmpty() ? new FoundPort(state, now.prerequisites()) : FoundPort.parse(found);
    }

    @Override
    public String toString() {
      return "reflective relay %s on port %s of switch %s (lab %s)"
          .formatted(state, port, switchName, lab);
    }
  }

  /**
   * A filter to take away from a switch port.
   *
   * @param lab the lab file's absolute path, or a built-in lab's name
   * @param switchName the switch's name in it
   * @param port the port as the switch calls it
   * @param namespace the network namespace that the switch is managed from; empty for the program's
   *     own. When it is gone, so is the switch
   */
  record FilterRemove(String lab, String switchName, String port, String namespace)
      implements Undo {
    @Override
    public String toString() {
      return "filter on port %s of switch %s (lab %s)".formatted(port, switchName, lab);
    }
  }
}
