package dev.hairpin.lab;

import dev.hairpin.switches.Secret;
import dev.hairpin.yaml.Value;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads where a secret is kept. Whatever stands there instead may be the secret itself, so no
 * message repeats it.
 */
final class SecretReader {
  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private SecretReader() {}

  static Optional<Secret> read(Value value, Path folder) {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().startsWith(ENVIRONMENT)) {
      String variable = text.get().substring(ENVIRONMENT.length());
      if (VARIABLE.matcher(variable).matches()) {
        return Optional.of(new Secret(Secret.Kind.ENVIRONMENT, variable));
      }
      value.faultUnseen(value.name() + ": after 'env:' comes an environment variable's name");
    } else if (text.get().startsWith(FILE)) {
      String path = text.get().substring(FILE.length());
      if (!path.isBlank()) {
        return value.path(path, folder).map(each -> new Secret(Secret.Kind.FILE, each.toString()));
      }
      value.faultUnseen(value.name() + ": after 'file:' comes the path of a file");
    } else {
      value.faultUnseen(
          value.name()
              + " must not stand in this file; put it into an environment variable or a file and"
              + " write env:NAME or file:PATH");
    }
    return Optional.empty();
  }
}
