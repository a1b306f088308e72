package dev.hairpin.dialect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One user's session at a switch: a stack of modes, a line reader that echoes, a pager. A vendor's
 * dialect adds its commands, its prompts and what it says.
 */
public abstract class Cli {
  enum Wrong {
    INVALID,
    INCOMPLETE,
    AMBIGUOUS
  }

  /** The user has seen enough of a long output. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** The session ends, and the connection with it. */
  static final class Gone extends IOException {
    private static final long serialVersionUID = 1;
  }

  final Device device;
  final Deque<String> modes = new ArrayDeque<>();
  Device.Port port;
  private final Map<String, List<Command>> commands = new HashMap<>();
  private final String more;
  private int length = 24;
  private int printed;
  private Optional<String> filter = Optional.empty();
  private boolean section;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private boolean afterReturn;

  /**
   * @param more what the pager says
   */
  Cli(Device device, String mode, String more) {
    this.device = device;
    this.more = more;
    modes.push(mode);
  }

  abstract String banner();

  abstract String prompt();

  /**
   * Says what is wrong with a line.
   *
   * @param column where, counted from the line's first character
   */
  abstract void complain(Wrong wrong, int column) throws IOException;

  /** What stands where a pipe to a filter does; '' where the system has none. */
  final void in(String mode, String words, Command.Action action) {
    for (String each : mode.split(" ")) {
      commands.computeIfAbsent(each, any -> new ArrayList<>()).add(Command.of(words, action));
    }
  }

  String mode() {
    return modes.getFirst();
  }

  void enter(String mode) {
    modes.push(mode);
  }

  void backTo(String mode) {
    while (!mode().equals(mode)) {
      modes.pop();
    }
  }

  /**
   * Opens the mode of a port above another mode.
   *
   * @return whether there is such a port
   */
  boolean enterPort(String typed, String below) {
    Optional<Device.Port> found = device.find(typed);
    if (found.isEmpty()) {
      return false;
    }
    backTo(below);
    port = found.get();
    enter("interface");
    return true;
  }

  void pages(int lines) {
    length = lines;
  }

  void serve(InputStream input, OutputStream output) throws IOException {
    in = input;
    out = output;
    raw(banner().replace("\n", "\r\n"));
    while (true) {
      raw(prompt());
      String typed = read(true);
      device.commands.add(typed);
      printed = 0;
      filter = Optional.empty();
      try {
        take(typed);
      } catch (Enough stop) {
        // The rest is not shown.
      }
    }
  }

  private void take(String typed) throws IOException {
    String line = typed.strip();
    if (line.isEmpty() || line.startsWith("!")) {
      return;
    }
    int pipe = line.indexOf(" | ");
    if (pipe > 0) {
      List<String> after = List.of(line.substring(pipe + 3).strip().split(" +", 2));
      if (after.size() == 2 && filters().anyMatch(each -> each.startsWith(after.get(0)))) {
        filter = Optional.of(after.get(1));
        section = after.get(0).startsWith("s");
        line = line.substring(0, pipe).strip();
      }
    }
    List<String> words = List.of(line.split(" +"));
    List<Command> known = commands.getOrDefault(mode(), List.of());
    List<Command.Fit> fits = known.stream().flatMap(each -> each.fit(words).stream()).toList();
    if (fits.isEmpty()) {
      int reach = known.stream().mapToInt(each -> each.reach(words)).max().orElse(0);
      complain(reach == words.size() ? Wrong.INCOMPLETE : Wrong.INVALID, column(words, reach));
      return;
    }
    int exact = fits.stream().mapToInt(Command.Fit::exact).max().orElse(0);
    List<Command.Fit> best = fits.stream().filter(each -> each.exact() == exact).toList();
    if (best.size() > 1 && exact < words.size() - best.get(0).values().size()) {
      complain(Wrong.AMBIGUOUS, 0);
      return;
    }
    best.get(0).command().action().run(best.get(0).values());
  }

  /** The words that a pipe may be followed by, with an expression after them. */
  Stream<String> filters() {
    return Stream.of("include", "section");
  }

  private static int column(List<String> words, int reach) {
    return words.subList(0, reach).stream().mapToInt(each -> each.length() + 1).sum();
  }

  /** What every dialect calls where reflective relay is about to be set. */
  void touched() throws IOException {
    switch (device.fault) {
      case DROPS_ONCE -> {
        if (device.dropped == 0) {
          device.dropped++;
          throw new Gone();
        }
      }
      case DROPS_ALWAYS -> {
        device.dropped++;
        throw new Gone();
      }
      case SILENT -> {
        while (true) {
          key();
        }
      }
      default -> {}
    }
  }

  boolean unprivileged() {
    return device.fault == Fault.UNPRIVILEGED;
  }

  /** Lines of output, through the pager and whatever the user has piped them into. */
  void say(String text) throws IOException {
    List<String> lines = text.lines().toList();
    if (filter.isPresent()) {
      lines = filtered(lines, Pattern.compile(filter.get()));
    }
    for (String line : lines) {
      if (length > 0 && ++printed >= length) {
        raw(more);
        int pressed = key();
        raw("\r" + " ".repeat(more.length()) + "\r");
        printed = pressed == ' ' ? 0 : length - 1;
        if (pressed == 'q') {
          throw new Enough();
        }
      }
      raw(line + "\r\n");
    }
  }

  private List<String> filtered(List<String> lines, Pattern wanted) {
    List<String> kept = new ArrayList<>();
    boolean inside = false;
    for (String each : lines) {
      boolean found = wanted.matcher(each).find();
      inside = found || (section && inside && each.startsWith(" "));
      if (inside) {
        kept.add(each);
      }
    }
    return kept;
  }

  String ask(String question, boolean echo) throws IOException {
    raw(question);
    String answer = read(echo);
    (echo ? device.commands : device.passwords).add(answer);
    return answer;
  }

  private String read(boolean echo) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int c = key();
      if (c == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = c == '\r';
      if (c == '\r' || c == '\n') {
        raw("\r\n");
        return line.toString();
      }
      if (c == 0x7f || c == '\b') {
        line.setLength(Math.max(0, line.length() - 1));
      } else if (c >= ' ') {
        line.append((char) c);
        if (echo) {
          raw(String.valueOf((char) c));
        }
      }
    }
  }

  private int key() throws IOException {
    int c = in.read();
    if (c < 0) {
      throw new EOFException();
    }
    return c;
  }

  final void raw(String text) throws IOException {
    if (device.fault == Fault.SLOW) {
      for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
        out.write(each);
        out.flush();
        LockSupport.parkNanos(200_000);
      }
      return;
    }
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
