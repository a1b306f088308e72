package dev.hairpin.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A YAML file being read, and the faults found in it so far. A reader asks for the {@link #root}'s
 * keys, goes on with stand-ins wherever a value is faulty, and calls {@link #check} before it gives
 * anything away: so every fault of the file is found in one go.
 *
 * <p>A scalar is the text that stands in the file, whatever YAML 1.1 would make of it ({@code on},
 * {@code 12:30} and {@code 010} are three texts).
 */
public final class YamlDocument {
  private final String file;
  private final String text;
  private final Faults faults = new Faults();

  private YamlDocument(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * @throws FaultyFileException when the file is not YAML, or not of the simple kind used here
   * @throws IOException when it is missing or can't be read; its message names file and reason
   */
  public static YamlDocument read(Path file) throws FaultyFileException, IOException {
    return new YamlDocument(file.toString(), SourceText.read(file)).syntaxChecked();
  }

  /**
   * @param file the name that faults are reported under
   * @throws FaultyFileException when the text is not YAML, or not of the simple kind used here
   */
  public static YamlDocument parse(String file, String text) throws FaultyFileException {
    return new YamlDocument(file, SourceText.printable(file, text)).syntaxChecked();
  }

  /**
   * The keys of the file's outermost level.
   *
   * @param known every key there can be
   * @throws FaultyFileException when there is no such level, so that nothing more can be read
   */
  public Fields root(String... known) throws FaultyFileException {
    Node node = node();
    if (node == null) {
      faults.add(1, 1, "", "the file is empty; it begins with '" + known[0] + ": NAME'");
      throw new FaultyFileException(file, faults.all());
    }
    Optional<Fields> fields = new Value("the file", node, text, faults).fields(known);
    if (fields.isEmpty()) {
      check();
    }
    return fields.orElseThrow();
  }

  /** Whether the file's outermost level has this key; notes no faults. */
  public boolean hasKey(String key) {
    return value(key).isPresent();
  }

  /** The value of one key of the outermost level, whatever the others are. */
  public Optional<Value> value(String key) {
    if (node() instanceof MappingNode mapping) {
      for (NodeTuple each : mapping.getValue()) {
        if (each.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return Optional.of(new Value("'" + key + "'", each.getValueNode(), text, faults));
        }
      }
    }
    return Optional.empty();
  }

  /** From now on a missing key is no fault: this file is completed by another one. */
  public void partial() {
    faults.partial();
  }

  /** The file's outermost node; null when it is empty. */
  @Nullable Node node() {
    return yaml().compose(new StringReader(text));
  }

  /** The faults so far as an exception, or nothing. */
  public Optional<FaultyFileException> faulty() {
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(new FaultyFileException(file, faults.all()));
  }

  /**
   * @throws FaultyFileException with all faults so far, if there are any
   */
  public void check() throws FaultyFileException {
    Optional<FaultyFileException> faulty = faulty();
    if (faulty.isPresent()) {
      throw faulty.get();
    }
  }

  /** The name that faults are reported under. */
  public String file() {
    return file;
  }

  /** The faults found so far, in no order. */
  public List<Fault> faults() {
    return faults.all();
  }

  private YamlDocument syntaxChecked() throws FaultyFileException {
    SyntaxCheck.check(yaml(), text, faults);
    check();
    return this;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    // we name both places of a key given twice ourselves
    options.setAllowDuplicateKeys(true);
    options.setWarnOnDuplicateKeys(false);
    return new Yaml(
        new SafeConstructor(options),
        new Representer(new DumperOptions()),
        new DumperOptions(),
        options);
  }
}
