package dev.hairpin.lab;

import dev.hairpin.yaml.Fields;
import java.nio.file.Path;
import java.util.Optional;

/** How an SSH server is recognised; one of the two at least. */
record HostKeys(Optional<String> fingerprint, Optional<Path> knownHosts) {

  static HostKeys read(Fields fields, Path folder) {
    if (!fields.has("host-key") && !fields.has("known-hosts")) {
      fields.fault(
          "missing key 'host-key': the server's fingerprint (SHA256:...), or 'known-hosts': a file;"
              + " without one nobody knows who gets the password");
    }
    return new HostKeys(
        fields.find("host-key").flatMap(Forms::hostKey),
        fields.find("known-hosts").flatMap(each -> each.path(folder)));
  }
}
