package dev.hairpin.lab;

import dev.hairpin.lab.Lab.AcceleratorChoice;
import dev.hairpin.lab.Lab.Host;
import dev.hairpin.lab.Lab.Login;
import dev.hairpin.lab.Lab.Virtualization;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Nearest;
import dev.hairpin.yaml.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code host} block. */
final class HostReader {
  private static final String LOCAL = "local";
  static final Host DEFAULT = new Host(LOCAL, Virtualization.QEMU, AcceleratorChoice.AUTO);

  private static final int SSH_PORT = 22;
  private static final Pattern URL =
      Pattern.compile(
          "ssh://(?<user>[^\\s:@/-][^\\s:@/]{0,63})@(\\[(?<v6>[^\\]]+)\\]|(?<host>[^:\\[\\]]+))(:(?<port>[1-9][0-9]{0,4}))?/?");
  private static final List<String> LOGIN_KEYS = List.of("key", "host-key", "known-hosts");

  private HostReader() {}

  static Host read(Value value, Path folder) {
    return value
        .fields("address", "virtualization", "accelerator", "key", "host-key", "known-hosts")
        .map(each -> read(each, folder))
        .orElse(DEFAULT);
  }

  private static Host read(Fields fields, Path folder) {
    Optional<Virtualization> virtualization =
        fields
            .find("virtualization")
            .flatMap(each -> each.oneOf(Forms.names(Virtualization.values())));
    Optional<AcceleratorChoice> accelerator =
        fields
            .find("accelerator")
            .flatMap(each -> each.oneOf(Forms.names(AcceleratorChoice.values())));
    Optional<Value> address = fields.find("address");
    Optional<String> text = address.flatMap(Value::text);
    Optional<Login> login = Optional.empty();
    if (text.isPresent() && !text.get().equals(LOCAL)) {
      login = login(fields, address.orElseThrow(), text.get(), folder);
    } else if (address.isEmpty() || text.isPresent()) {
      for (String each : LOGIN_KEYS) {
        fields
            .find(each)
            .ifPresent(key -> key.fault(key.name() + " is for an 'address: ssh://...' only"));
      }
    }
    return new Host(
        text.orElse(LOCAL),
        virtualization.orElse(DEFAULT.virtualization()),
        accelerator.orElse(DEFAULT.accelerator()),
        login);
  }

  private static Optional<Login> login(Fields fields, Value address, String text, Path folder) {
    Optional<Path> key =
        fields.need("key", "the private key's file, for the login").flatMap(k -> k.path(folder));
    HostKeys keys = HostKeys.read(fields, folder);
    Matcher url = URL.matcher(text);
    boolean valid = url.matches();
    String host = valid ? Optional.ofNullable(url.group("host")).orElse("") : "";
    if (valid && host.isEmpty()) {
      host = Optional.ofNullable(url.group("v6")).orElse("");
    }
    int port =
        valid
            ? Optional.ofNullable(url.group("port")).map(Integer::parseInt).orElse(SSH_PORT)
            : SSH_PORT;
    if (!valid || !Forms.isAddress(host) || port > 65535) {
      boolean misspelt = Nearest.to(text, List.of(LOCAL)).isPresent();
      String begin = misspelt ? "did you mean 'local'? It" : "it";
      address.refuse(text, begin + " must be local or ssh://USER@HOST:PORT");
      return Optional.empty();
    }
    String user = Optional.ofNullable(url.group("user")).orElse("");
    return Optional.of(
        new Login(user, host, port, key.orElse(folder), keys.fingerprint(), keys.knownHosts()));
  }
}
