package dev.hairpin.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a file. Each question that it can't answer notes a fault at its place and gives
 * nothing, so that the reader goes on and finds the next.
 */
public final class Value {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,9}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** Far beyond any sane expression, and short of what the compiler's recursion can take. */
  private static final int LONGEST_EXPRESSION = 500;

  private final String name;
  private final Node node;
  private final String source;
  private final Faults faults;
  private final @Nullable Value lower;

  Value(String name, Node node, String source, Faults faults) {
    this(name, node, source, faults, null);
  }

  private Value(String name, Node node, String source, Faults faults, @Nullable Value lower) {
    this.name = name;
    this.node = node;
    this.source = source;
    this.faults = faults;
    this.lower = lower;
  }

  /**
   * This value, and where it is a map, whatever keys it lacks out of {@code other} (which may be of
   * another file, and keeps its faults there). Lists and texts replace.
   */
  public Value over(Value other) {
    return new Value(name, node, source, faults, lower == null ? other : lower.over(other));
  }

  /** Whether this is a list, so that {@link #items} can be asked for. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether this is a map, so that {@link #fields} can be asked for. */
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /** What messages call it: its key in quotes, or its place in a list. */
  public String name() {
    return name;
  }

  /** A text of one line without control characters; not empty. */
  public Optional<String> text() {
    return scalar("text").filter(this::isOneLine);
  }

  /** A text for people: may go over several lines in the file, is one line here; not empty. */
  public Optional<String> prose() {
    Optional<String> text = scalar("text").map(each -> each.strip().replaceAll("\\s+", " "));
    if (text.isPresent() && text.get().isEmpty()) {
      fault(name + " is empty; say it in a few words");
      return Optional.empty();
    }
    return text.filter(this::isOneLine);
  }

  /**
   * A text that the pattern matches as a whole.
   *
   * @param form the rule in words, for the message: {@code "1 to 32 of a-z, 0-9 and '-'"}
   */
  public Optional<String> text(Pattern pattern, String form) {
    Optional<String> text = text();
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      refuse(text.get(), "it must be " + form);
      return Optional.empty();
    }
    return text;
  }

  /** One of the names; what it stands for is given. */
  public <E> Optional<E> oneOf(Map<String, E> choices) {
    Optional<String> text = text();
    Optional<E> chosen = text.map(choices::get);
    if (text.isPresent() && chosen.isEmpty()) {
      Optional<String> near = Nearest.to(text.get(), choices.keySet());
      String begin = near.map(each -> "did you mean '" + each + "'? It").orElse("it");
      refuse(text.get(), begin + " must be " + Shown.choice(choices.keySet()));
    }
    return chosen;
  }

  /** A whole number in decimal, both ends of the range included. */
  public Optional<Integer> integer(int least, int most) {
    Optional<String> text = text();
    Optional<Long> number =
        text.filter(each -> WHOLE_NUMBER.matcher(each).matches()).map(Long::valueOf);
    if (number.isPresent() && number.get() >= least && number.get() <= most) {
      return Optional.of(number.get().intValue());
    }
    text.ifPresent(each -> refuse(each, "it must be a whole number, " + least + " to " + most));
    return Optional.empty();
  }

  /** A duration such as {@code 20ms}; units us, ms and s, both ends of the range included. */
  public Optional<Duration> duration(Duration least, Duration most) {
    Optional<String> text = text();
    Optional<Duration> duration =
        text.flatMap(Durations::parse)
            .filter(each -> each.compareTo(least) >= 0 && each.compareTo(most) <= 0);
    if (text.isPresent() && duration.isEmpty()) {
      String range = Durations.text(least) + " to " + Durations.text(most);
      refuse(text.get(), "it must be a whole number with its unit (us, ms or s), " + range);
    }
    return duration;
  }

  /** A day such as {@code 2027-06-30}. */
  public Optional<LocalDate> date() {
    Optional<String> text = text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (DATE.matcher(text.get()).matches()) {
        return Optional.of(LocalDate.parse(text.get()));
      }
    } catch (DateTimeException noSuchDay) {
      // said below, as for any other text that is no day
    }
    refuse(text.get(), "it must be a day of the calendar as YEAR-MONTH-DAY, such as 2027-06-30");
    return Optional.empty();
  }

  /**
   * A regular expression (java.util.regex); a syntax error is placed at its own column.
   *
   * @param flags of {@link Pattern}
   */
  public Optional<Pattern> pattern(int flags) {
    Optional<String> text = text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().length() > LONGEST_EXPRESSION) {
      fault(name + " is longer than " + LONGEST_EXPRESSION + " characters; make it shorter");
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(text.get(), flags));
    } catch (PatternSyntaxException syntax) {
      int index = Math.max(0, Math.min(syntax.getIndex(), text.get().length()));
      String what =
          syntax.getDescription() + "; mend it, or put a \\ before what is meant literally";
      faultAt(index, text.get(), name + " is no regular expression: " + what);
      return Optional.empty();
    }
  }

  /** A path; {@code ~/} is the home folder, and a relative one is taken from {@code folder}. */
  public Optional<Path> path(Path folder) {
    return text().flatMap(each -> path(each, folder));
  }

  /** The same for a path that is only a part of this value. */
  public Optional<Path> path(String text, Path folder) {
    try {
      if (text.startsWith("~/")) {
        return Optional.of(Path.of(System.getProperty("user.home"), text.substring(2)));
      }
      return Optional.of(folder.resolve(text).normalize());
    } catch (InvalidPathException invalid) {
      fault(name + " can't be a path: " + invalid.getReason());
      return Optional.empty();
    }
  }

  /** The values of a list, in order; nothing of it when it is not a list. */
  public List<Value> items() {
    List<Value> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node each : sequence.getValue()) {
        String itemName = "item " + (items.size() + 1) + " of " + name;
        items.add(new Value(itemName, each, source, faults));
      }
    } else {
      wrongKind("a list (each item on a line of its own after '- ')");
    }
    return items;
  }

  /** A list that must have something in it. */
  public List<Value> someItems() {
    if (node instanceof SequenceNode sequence && sequence.getValue().isEmpty()) {
      fault(name + " is an empty list; it needs at least one item");
    }
    return items();
  }

  /**
   * The keys of a map; duplicate and unknown ones are noted at once.
   *
   * @param known every key there can be
   */
  public Optional<Fields> fields(String... known) {
    if (node instanceof MappingNode mapping) {
      Fields fields = new Fields(name, mapping, source, faults, List.of(known));
      return Optional.of(
          lower != null && lower.isMap() ? fields.over(lower.fields(known)) : fields);
    }
    wrongKind("keys with values ('" + known[0] + ": ...')");
    return Optional.empty();
  }

  /**
   * The entries of a map whose keys are names of the author's own choice; none when it is no map.
   *
   * @param key what a name looks like
   * @param form the rule in words, for the message
   */
  public Map<String, Value> entries(Pattern key, String form) {
    Map<String, Value> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      wrongKind("names with values ('NAME: ...')");
      return entries;
    }
    List<String> keys = new ArrayList<>();
    for (NodeTuple each : mapping.getValue()) {
      if (each.getKeyNode() instanceof ScalarNode scalar) {
        if (key.matcher(scalar.getValue()).matches()) {
          keys.add(scalar.getValue());
        } else {
          String wrong = "name " + Shown.quoted(scalar.getValue()) + " in " + name;
          faults.add(
              scalar.getStartMark(), scalar.getValue(), wrong + " can't be; it must be " + form);
        }
      }
    }
    Map<String, Value> below =
        lower != null && lower.isMap() ? lower.entries(key, form) : new LinkedHashMap<>();
    entries.putAll(below);
    // every key is a known one here, so that what Fields notes are those given twice
    Fields own = new Fields(name, mapping, source, faults, allKeys(mapping));
    for (String each : keys) {
      own.find(each)
          .ifPresent(
              value -> {
                Value under = below.get(each);
                entries.put(each, under == null ? value : value.over(under));
              });
    }
    return entries;
  }

  private static List<String> allKeys(MappingNode mapping) {
    List<String> keys = new ArrayList<>();
    for (NodeTuple each : mapping.getValue()) {
      if (each.getKeyNode() instanceof ScalarNode scalar) {
        keys.add(scalar.getValue());
      }
    }
    keys.add("NAME");
    return keys;
  }

  /** Notes a fault here, with the value as the offending text. */
  public void fault(String message) {
    faults.add(node.getStartMark(), raw(), message);
  }

  /** Notes a fault that must not show the value, since it may be a secret. */
  public void faultUnseen(String message) {
    faults.add(node.getStartMark(), "", message);
  }

  /**
   * Notes a fault at one character of the value.
   *
   * @param index into {@link #text()}, from 0
   */
  public void faultAt(int index, String offending, String message) {
    Mark mark = node.getStartMark();
    int column =
        node instanceof ScalarNode scalar
            ? ScalarPlace.column(scalar, source, index)
            : mark.getColumn() + 1;
    faults.add(mark.getLine() + 1, column, offending, message);
  }

  /** Notes that the value can't be what it is, and why. */
  public void refuse(String text, String because) {
    faults.add(
        node.getStartMark(), text, name + " can't be " + Shown.quoted(text) + "; " + because);
  }

  private Optional<String> scalar(String kind) {
    if (node instanceof ScalarNode scalar && !isNothing()) {
      if (!scalar.getValue().isEmpty()) {
        return Optional.of(scalar.getValue());
      }
      fault(name + " is empty; give it a value, or take the line out");
      return Optional.empty();
    }
    wrongKind("a " + kind);
    return Optional.empty();
  }

  private boolean isOneLine(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.getType(text.charAt(at)) == Character.CONTROL) {
        faultAt(at, "", name + " has a line break or control character in it; take it out");
        return false;
      }
    }
    return true;
  }

  private void wrongKind(String wanted) {
    if (isNothing()) {
      fault(name + " has no value; give it one, or take the line out");
    } else {
      faultUnseen(name + " must be " + wanted + ", not " + kind());
    }
  }

  /** A plain scalar that is empty or says null. */
  private boolean isNothing() {
    return node instanceof ScalarNode scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && Tag.NULL.equals(scalar.getTag());
  }

  private String kind() {
    if (node instanceof MappingNode) {
      return "keys with values";
    }
    return node instanceof SequenceNode ? "a list" : "a text";
  }

  private String raw() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
