package dev.hairpin.embedded;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cables of a lab's uplinks. The first is {@code eth3} in {@code swp1}; {@code eth4} and {@code
 * swp2} are the upstream's and {@code swp3} the bystander's, so the second is {@code eth5} in
 * {@code swp4}, and so on.
 *
 * @param count how many, 1 to {@value #MOST}
 */
public record LabCables(int count) {
  /** One uplink. */
  public static final LabCables ONE = new LabCables(1);

  /** As many as a lab can have. */
  public static final int MOST = 64;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException naming it
   */
  public LabCables {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "an embedded lab has 1 to %d uplinks, not %d".formatted(MOST, count));
    }
  }

  /**
   * One uplink.
   *
   * @param uplink its name in the lab file
   */
  record Cable(String uplink, String nic, String port) {}

  /** The uplinks' names in the lab file. */
  public List<String> names() {
    return uplinks().stream().map(Cable::uplink).toList();
  }

  List<Cable> uplinks() {
    return IntStream.rangeClosed(1, count).mapToObj(this::cable).toList();
  }

  private Cable cable(int number) {
    return number == 1
        ? new Cable(count == 1 ? "tor1" : "uplink1", "eth3", "swp1")
        : new Cable("uplink" + number, "eth" + (number + 3), "swp" + (number + 2));
  }

  /** The uplinks' NICs for a reader: {@code eth3 uplink}, {@code eth3, eth5 to eth8 uplinks}. */
  public String nicsInWords() {
    String first = cable(1).nic();
    String last = cable(count).nic();
    return switch (count) {
      case 1 -> first + " uplink";
      case 2 -> "%s and %s uplinks".formatted(first, last);
      default -> "%s, %s to %s uplinks".formatted(first, cable(2).nic(), last);
    };
  }

  /** The switch's ports for a reader: {@code swp1, swp2, swp3}, {@code swp1 to swp6}. */
  public String portsInWords() {
    List<String> ports = ports();
    return count == 1
        ? String.join(", ", ports)
        : ports.get(0) + " to " + ports.get(ports.size() - 1);
  }

  /** The host's NICs, the upstream's too. */
  List<String> nics() {
    return Stream.concat(uplinks().stream().map(Cable::nic), Stream.of("eth4")).toList();
  }

  /** The switch's ports, by their numbers. */
  List<String> ports() {
    return IntStream.rangeClosed(1, count + 2).mapToObj(each -> "swp" + each).toList();
  }

  /** What is plugged into the switch's ports, as {@code PORT=ROLE}. */
  List<String> portRoles() {
    return Stream.concat(
            uplinks().stream().map(each -> each.port() + "=uplink"),
            Stream.of("swp2=upstream", "swp3=bystander"))
        .toList();
  }

  /** The list under {@code uplinks} of a lab file whose switch is tor1. */
  String labFile() {
    return uplinks().stream()
        .map(
            each ->
                "{name: %s, nic: %s, switch: tor1, port: %s}"
                    .formatted(each.uplink(), each.nic(), each.port()))
        .collect(Collectors.joining(",\n  ", "[", "]"));
  }
}
