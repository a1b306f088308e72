package dev.hairpin.lab;

import dev.hairpin.yaml.Value;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What single values of a lab file look like. */
final class Forms {
  private static final Pattern LAB = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

  /** What dev_valid_name() of Linux allows, less what a command line could misread. */
  private static final Pattern NIC = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,14}");

  private static final Pattern USER = Pattern.compile("[^\\s:@/-][^\\s:@/]{0,63}");
  private static final Pattern HOST_NAME =
      Pattern.compile(
          "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*\\.?");
  private static final Pattern IPV4_LIKE = Pattern.compile("[0-9.]+");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
  private static final Pattern IPV6_LIKE =
      Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9_.-]+)?");
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");
  private static final int SHA256_BYTES = 32;

  private Forms() {}

  static Optional<String> labName(Value value) {
    return value.text(LAB, "1 to 32 of a-z, 0-9 and '-'");
  }

  /** A name that other parts of the file refer to. */
  static Optional<String> name(Value value) {
    return value.text(NAME, "1 to 64 of a-z, 0-9 and '-'");
  }

  static Optional<String> nic(Value value) {
    return value.text(NIC, "a Linux interface's name (1 to 15 characters), as 'ip link' shows it");
  }

  static Optional<String> username(Value value) {
    return value.text(USER, "a user's name without spaces, ':', '@' and '/'");
  }

  static Optional<Integer> port(Value value) {
    return value.integer(1, 65535);
  }

  /** A host name or an IP address, alone. */
  static Optional<String> address(Value value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !isAddress(text.get())) {
      value.refuse(
          text.get(),
          "it must be a host name or an IP address alone (user and port have own keys)");
      return Optional.empty();
    }
    return text;
  }

  static boolean isAddress(String text) {
    if (IPV6_LIKE.matcher(text).matches()) {
      return isIpv6(text.replaceAll("%.*", ""));
    }
    return IPV4_LIKE.matcher(text).matches()
        ? IPV4.matcher(text).matches()
        : HOST_NAME.matcher(text).matches();
  }

  /** A host key's fingerprint as ssh-keygen -l shows it, without padding. */
  static Optional<String> hostKey(Value value) {
    Optional<String> text =
        value.text(FINGERPRINT, "'SHA256:' and 43 letters of base64, as 'ssh-keygen -lf' shows it");
    if (text.isEmpty()) {
      return text;
    }
    String plain = text.get().replace("=", "");
    try {
      byte[] hash = Base64.getDecoder().decode(plain.substring(plain.indexOf(':') + 1));
      if (hash.length == SHA256_BYTES) {
        return Optional.of(plain);
      }
    } catch (IllegalArgumentException notBase64) {
      // said below
    }
    value.refuse(text.get(), "this is no SHA-256 hash in base64; copy it from 'ssh-keygen -lf'");
    return Optional.empty();
  }

  /** The constants of an enum by the names that files use for them. */
  static <E extends Enum<E>> Map<String, E> names(E[] constants) {
    Map<String, E> names = new LinkedHashMap<>();
    for (E each : constants) {
      names.put(each.name().toLowerCase(Locale.ROOT), each);
    }
    return names;
  }

  /** With a colon in it, Java takes it for a literal and asks no name server. */
  private static boolean isIpv6(String text) {
    try {
      return text.indexOf(':') >= 0 && InetAddress.getByName(text) != null;
    } catch (UnknownHostException invalid) {
      return false;
    }
  }
}
