package dev.hairpin.lab;

import dev.hairpin.switches.Secret;
import dev.hairpin.switches.SwitchAccess.Algorithms;
import dev.hairpin.switches.SwitchAccess.Ssh;
import dev.hairpin.switches.SwitchAccess.Via;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads a switch's {@code ssh} block, and the jump host's in it. */
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
            "private-key-passphrase",
            "login",
            "enable-password",
            "host-key",
            "known-hosts",
            "algorithms",
            "via")
        .map(each -> read(each, folder));
  }

  private static Optional<Via> via(Value value, Path folder) {
    return value
        .fields(
            "address",
            "port",
            "username",
            "password",
            "private-key",
            "private-key-passphrase",
            "login",
            "host-key",
            "known-hosts",
            "algorithms")
        .map(
            each ->
                new Via(
                    each.need("address", "the jump host's name or IP address")
                        .flatMap(Forms::address)
                        .orElse(""),
                    read(each, folder)));
  }

  private static Ssh read(Fields fields, Path folder) {
    Optional<Value> password = fields.find("password");
    Optional<Value> privateKey = fields.find("private-key");
    Optional<Value> login = fields.find("login");
    Optional<Value> passphrase = fields.find("private-key-passphrase");
    if (password.isEmpty() && privateKey.isEmpty() && login.isEmpty()) {
      fields.fault(
          "missing key 'password': env:NAME or file:PATH, or 'private-key': a file, or"
              + " 'login: agent'");
    }
    if (login.isPresent() && privateKey.isPresent()) {
      login.get().fault("'login: agent' and 'private-key' exclude each other; take one out");
    }
    if (passphrase.isPresent() && privateKey.isEmpty()) {
      passphrase
          .get()
          .faultUnseen("'private-key-passphrase' opens a 'private-key', and none is given");
    }
    HostKeys keys = HostKeys.read(fields, folder);
    Optional<Secret> enable =
        fields.find("enable-password").flatMap(each -> SecretReader.read(each, folder));
    return new Ssh(
        fields.find("port").flatMap(Forms::port).orElse(SSH_PORT),
        fields.need("username", "the login's name").flatMap(Forms::username).orElse(""),
        password.flatMap(each -> SecretReader.read(each, folder)),
        privateKey.flatMap(each -> each.path(folder)),
        passphrase.flatMap(each -> SecretReader.read(each, folder)),
        login.flatMap(each -> each.oneOf(Map.of("agent", true))).orElse(false),
        enable,
        keys.fingerprint(),
        keys.knownHosts(),
        fields
            .find("algorithms")
            .flatMap(each -> each.oneOf(Forms.names(Algorithms.values())))
            .orElse(Algorithms.MODERN),
        fields.find("via").flatMap(each -> via(each, folder)));
  }
}
