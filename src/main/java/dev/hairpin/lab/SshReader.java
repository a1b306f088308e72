package dev.hairpin.lab;

import dev.hairpin.switches.Secret;
import dev.hairpin.switches.SwitchAccess.Ssh;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a switch's {@code ssh} block. */
final class SshReader {
  private static final int SSH_PORT = 22;

  private SshReader() {}

  static Optional<Ssh> read(Value value, Path folder) {
    return value
        .fields(
            "port",
            "username",
            "password",
            "private-key",
            "enable-password",
            "host-key",
            "known-hosts")
        .map(each -> read(each, folder));
  }

  private static Ssh read(Fields fields, Path folder) {
    Optional<Value> password = fields.find("password");
    Optional<Value> privateKey = fields.find("private-key");
    if (password.isEmpty() && privateKey.isEmpty()) {
      fields.fault("missing key 'password': env:NAME or file:PATH, or 'private-key': a file");
    }
    if (password.isPresent() && privateKey.isPresent()) {
      privateKey.get().fault("'password' and 'private-key' exclude each other; take one out");
    }
    HostKeys keys = HostKeys.read(fields, folder);
    Optional<Secret> enable =
        fields.find("enable-password").flatMap(each -> SecretReader.read(each, folder));
    return new Ssh(
        fields.find("port").flatMap(Forms::port).orElse(SSH_PORT),
        fields.need("username", "the login's name").flatMap(Forms::username).orElse(""),
        password.flatMap(each -> SecretReader.read(each, folder)),
        privateKey.flatMap(each -> each.path(folder)),
        enable,
        keys.fingerprint(),
        keys.knownHosts());
  }
}
