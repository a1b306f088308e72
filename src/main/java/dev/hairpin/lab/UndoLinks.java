package dev.hairpin.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Deletes links that a run made, and never another's; sets up those that it set down. */
final class UndoLinks {
  private static final ObjectMapper JSON = new ObjectMapper();

  private UndoLinks() {}

  static void delete(Undo.LinkDelete link) throws IOException, InterruptedException {
    Optional<List<String>> ip = ip(link.namespace(), link.namespaceInode());
    if (ip.isEmpty()) {
      return;
    }
    Optional<JsonNode> there = show(ip.get(), link.link());
    if (there.isEmpty()) {
      return;
    }
    String alias = there.get().path("ifalias").asText("");
    String mac = there.get().path("address").asText("");
    boolean ours =
        alias.equals(link.label())
            || alias.isEmpty() && !link.mac().isEmpty() && mac.equals(link.mac());
    if (!ours) {
      // Another link took the name meanwhile; the one that was made is gone.
      return;
    }
    UndoCommand.Result result =
        UndoCommand.run(command(ip.get(), "link", "delete", "dev", link.link()));
    if (!result.ok() && show(ip.get(), link.link()).isPresent()) {
      throw result.failure();
    }
  }

  static void up(Undo.LinkUp link) throws IOException, InterruptedException {
    Optional<List<String>> ip = ip(link.namespace(), link.namespaceInode());
    if (ip.isEmpty() || show(ip.get(), link.link()).isEmpty()) {
      return;
    }
    UndoCommand.Result result =
        UndoCommand.run(command(ip.get(), "link", "set", "dev", link.link(), "up"));
    if (!result.ok()) {
      throw result.failure();
    }
  }

  /** The start of the command line for the link's namespace, or nothing when that is gone. */
  private static Optional<List<String>> ip(String namespace, long inode)
      throws IOException, InterruptedException {
    if (!namespace.isEmpty()) {
      return NetNamespace.named(namespace).exists()
          ? Optional.of(List.of("ip", "-n", namespace))
          : Optional.empty();
    }
    if (NetNamespace.CURRENT.inode() == inode) {
      return Optional.of(List.of("ip"));
    }
    Optional<String> name = UndoNamespaces.named(inode);
    if (name.isPresent()) {
      return Optional.of(List.of("ip", "-n", name.get()));
    }
    List<Long> inside = UndoProcesses.inNamespace(inode);
    if (!inside.isEmpty()) {
      throw new IOException(
          "it is in the network namespace of process %s; `nsenter --net -t %s hairpin restore` does it"
              .formatted(inside.iterator().next(), inside.iterator().next()));
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> show(List<String> ip, String link)
      throws IOException, InterruptedException {
    UndoCommand.Result result = UndoCommand.run(command(ip, "-j", "link", "show", "dev", link));
    if (!result.ok()) {
      if (result.errors().contains("does not exist")
          || result.errors().contains("Cannot open network namespace")) {
        return Optional.empty();
      }
      throw result.failure();
    }
    return Optional.ofNullable(JSON.readTree(result.output()).get(0));
  }

  private static String[] command(List<String> ip, String... words) {
    List<String> command = new ArrayList<>(ip);
    command.addAll(Arrays.asList(words));
    return command.toArray(String[]::new);
  }
}
