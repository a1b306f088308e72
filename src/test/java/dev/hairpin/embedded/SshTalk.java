package dev.hairpin.embedded;

import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.Shell;
import dev.hairpin.linux.ShellResult;
import java.nio.file.Files;
import java.nio.file.Path;

/** A lab's switch by the OpenSSH client, its host key pinned. */
final class SshTalk {
  private SshTalk() {}

  static ShellResult run(ReachableLab lab, Path folder, String command) throws Exception {
    return run(lab, folder, "-T", command);
  }

  static ShellResult run(ReachableLab lab, Path folder, String option, String command)
      throws Exception {
    Path known = folder.resolve("known-hosts");
    Path key = Path.of(lab.values().get("private-key"));
    Files.writeString(known, "192.0.2.2 " + Files.readString(key.resolveSibling("host-key.pub")));
    try (Shell shell = LocalShell.open(lab.managementNamespace(), "20261122-091522-7f3a")) {
      return shell.run(
          "ssh -F none %s -i %s -o UserKnownHostsFile=%s -o BatchMode=yes root@192.0.2.2 '%s'"
              .formatted(option, key, known, command));
    }
  }
}
