package dev.hairpin.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Child} is to be.
 *
 * @param name for messages: {@code sshd of the embedded lab}
 * @param runId its label
 * @param namespace where it runs
 * @param command the program and its arguments
 * @param output the file that its standard error goes to, and its standard output too unless piped;
 *     added to
 * @param piped whether its standard input and output are pipes to this program; else its standard
 *     input is empty
 * @param diesWithUs whether the kernel kills it when this program dies, by kill -9 too (needs
 *     setpriv of util-linux)
 */
public record ChildCommand(
    String name,
    String runId,
    NetNamespace namespace,
    List<String> command,
    Path output,
    boolean piped,
    boolean diesWithUs) {

  /** One that dies with this program, without pipes. */
  public static ChildCommand of(
      String name, String runId, NetNamespace namespace, Path output, String... command) {
    return new ChildCommand(name, runId, namespace, List.of(command), output, false, true);
  }

  /** The same with its standard input and output as pipes. */
  public ChildCommand withPipes() {
    return new ChildCommand(name, runId, namespace, command, output, true, diesWithUs);
  }

  /** The same, but it outlives this program. */
  public ChildCommand outlivingUs() {
    return new ChildCommand(name, runId, namespace, command, output, piped, false);
  }

  List<String> line() {
    List<String> line = new ArrayList<>();
    if (diesWithUs) {
      line.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
    }
    // A session of its own: Ctrl-C is for this program alone, which then ends its children in
    // order.
    line.add("setsid");
    line.addAll(List.of(namespace.prefix()));
    line.addAll(command);
    return line;
  }
}
