package dev.hairpin.dialect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comware 7 with EVB on its ports: reflective relay is the S-channel's, as in H3C's EVB command
 * reference (S6300 and S7500E-X): {@code interface s-channel 1/0/1:1}, {@code evb
 * reflective-relay}, {@code display evb s-channel}. {@code evb enable} has made S-channel 1 of each
 * port. The head of the table is this file's own.
 */
public final class HpeComwareEvb extends HpeComware {
  private static final Pattern CHANNEL = Pattern.compile("([0-9]+/[0-9]+/[0-9]+):1");
  private static final Pattern NUMBERS = Pattern.compile(".*?([0-9]+/[0-9]+/[0-9]+)");

  public HpeComwareEvb(Device device) {
    super(device);
    in("system interface s-channel", "interface s-channel <channel>", v -> channel(v.get(0)));
    in("s-channel", "evb reflective-relay", v -> relay(true));
    in("s-channel", "undo evb reflective-relay", v -> relay(false));
    in("s-channel", "quit", v -> backTo("system"));
    in("s-channel", "return", v -> leaveSystem());
    String all = "user system interface s-channel";
    in(all, "display evb s-channel", v -> shown(List.copyOf(everyPort())));
    in(all, "display evb s-channel interface <port...>", v -> shown(v.get(0)));
  }

  private List<Device.Port> everyPort() {
    List<Device.Port> ports = new ArrayList<>();
    device.ports().forEach(ports::add);
    return ports;
  }

  private static String numbers(Device.Port each) {
    Matcher name = NUMBERS.matcher(each.name);
    return name.matches() ? name.group(1) : "";
  }

  private void channel(String typed) throws IOException {
    Matcher channel = CHANNEL.matcher(typed);
    Optional<Device.Port> found =
        channel.matches()
            ? everyPort().stream()
                .filter(each -> numbers(each).equals(channel.group(1)))
                .findFirst()
            : Optional.empty();
    if (found.isEmpty()) {
      complain(Wrong.INVALID, 20);
      return;
    }
    backTo("system");
    port = found.get();
    enter("s-channel");
  }

  private void shown(String typed) throws IOException {
    if (device.find(typed).isEmpty()) {
      complain(Wrong.INVALID, 32);
      return;
    }
    shown(List.of(device.find(typed).get()));
  }

  private void shown(List<Device.Port> ports) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            RR status:    D -- Disabled    E -- Enabled
            MAC learning: A -- Allowed     F -- Forbidden

            S-channel     SVID  Uptime               RR status  MAC learning  VSI number
            """);
    ports.forEach(
        each ->
            text.append(
                "S-Ch%s:1    1     2012/12/17 03:43:13  %s          %s             0\n"
                    .formatted(numbers(each), each.relay ? "E" : "D", "A")));
    say(text.toString());
  }

  @Override
  String prompt() {
    return mode().equals("s-channel")
        ? "[" + host + "-S-Channel" + numbers(port) + ":1]"
        : super.prompt();
  }

  @Override
  String body(Device.Port each) {
    return " port link-mode bridge\n evb enable\n";
  }
}
