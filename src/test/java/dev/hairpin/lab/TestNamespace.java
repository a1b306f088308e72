package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A network namespace of a test, deleted at its end. */
final class TestNamespace implements AutoCloseable {
  private final String name;

  private TestNamespace(String name) {
    this.name = name;
  }

  static TestNamespace create() throws Exception {
    return create("hpt-embedded-%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24)));
  }

  static TestNamespace create(String name) throws Exception {
    command("ip", "netns", "add", name);
    return new TestNamespace(name);
  }

  String name() {
    return name;
  }

  String ip(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("ip", "-n", name));
    command.addAll(Arrays.asList(words));
    return command(command.toArray(String[]::new));
  }

  static String command(String... words) throws Exception {
    UndoCommand.Result result = UndoCommand.run(words);
    assertThat(result.ok()).as("%s: %s", result.line(), result.output()).isTrue();
    return result.output();
  }

  @Override
  public void close() throws Exception {
    UndoCommand.run("ip", "netns", "delete", name);
  }
}
