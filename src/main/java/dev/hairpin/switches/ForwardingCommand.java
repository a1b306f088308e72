package dev.hairpin.switches;

import dev.hairpin.wire.MacAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an address was learned, by command.
 *
 * @param command with {@code {mac}} in it
 * @param macFormat how this system writes an address: an {@code x} for each hexadecimal digit
 *     ({@code X} for capitals), and what stands between them, such as {@code xxxx.xxxx.xxxx}
 * @param port found in a line with the address; one group: the port
 */
public record ForwardingCommand(String command, String macFormat, Pattern port) {
  /** Six pairs with colons. */
  static final String USUAL_FORMAT = "xx:xx:xx:xx:xx:xx";

  static final int DIGITS = 12;

  /** The command for one address. */
  String of(MacAddress mac) {
    return command.replace("{mac}", written(mac));
  }

  /** An address as this system writes it. */
  String written(MacAddress mac) {
    String digits = digits(mac.toString());
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (char each : macFormat.toCharArray()) {
      switch (each) {
        case 'x' -> text.append(digits.charAt(next++));
        case 'X' -> text.append(Character.toUpperCase(digits.charAt(next++)));
        default -> text.append(each);
      }
    }
    return text.toString();
  }

  /** The ports in the lines that speak of the address, in whatever form they write it. */
  Set<String> ports(List<String> answer, MacAddress mac) {
    Set<String> ports = new LinkedHashSet<>();
    String wanted = digits(mac.toString());
    for (String line : answer) {
      if (!digits(line).contains(wanted)) {
        continue;
      }
      try {
        Matcher matcher = port.matcher(new BoundedText(line));
        // An echo of the command ends in the address itself.
        if (matcher.find()
            && matcher.group(1) != null
            && !digits(matcher.group(1)).equals(wanted)) {
          ports.add(matcher.group(1).strip());
        }
      } catch (BoundedText.TooLongException endless) {
        // Then it finds nothing there.
      }
    }
    ports.remove("");
    return ports;
  }

  private static String digits(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("(?<=[0-9a-f])[:.-](?=[0-9a-f])", "");
  }
}
