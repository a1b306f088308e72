package dev.hairpin.switches;

import dev.hairpin.switches.Interjections.Pager;
import dev.hairpin.switches.Interjections.Question;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code cli.pager} and {@code cli.questions} of a profile. */
final class InterjectionsReader {
  /** Keys that can't be written, or not well, in a line of a file. */
  private static final Map<String, String> NAMED = Map.of("space", " ", "enter", "\n", "tab", "\t");

  private static final int LONGEST_KEY = 8;

  private InterjectionsReader() {}

  static Interjections read(Fields cli) {
    List<Question> questions = new ArrayList<>();
    for (Value each : cli.find("questions").map(Value::items).orElse(List.of())) {
      each.fields("question", "answer")
          .flatMap(InterjectionsReader::question)
          .ifPresent(questions::add);
    }
    Optional<Pager> pager =
        cli.find("pager")
            .flatMap(each -> each.fields("prompt", "key"))
            .flatMap(InterjectionsReader::pager);
    return new Interjections(pager, List.copyOf(questions));
  }

  private static Optional<Pager> pager(Fields fields) {
    Optional<Pattern> prompt =
        fields
            .need("prompt", "a regular expression for what the pager shows while it waits")
            .flatMap(InterjectionsReader::expression);
    Optional<Value> value = fields.find("key");
    Optional<String> key = value.flatMap(Value::text).map(each -> NAMED.getOrDefault(each, each));
    if (key.isPresent() && key.get().length() > LONGEST_KEY) {
      value
          .orElseThrow()
          .refuse(key.get(), "it must be space (the default), enter, tab, or what is pressed: q");
    }
    return prompt.map(each -> new Pager(each, key.orElse(" ")));
  }

  private static Optional<Question> question(Fields fields) {
    Optional<Pattern> question =
        fields
            .need("question", "a regular expression for the end of the question")
            .flatMap(InterjectionsReader::expression);
    Optional<String> answer =
        fields.need("answer", "what is typed then, such as \"y\"").flatMap(Value::text);
    return question.flatMap(q -> answer.map(a -> new Question(q, a)));
  }

  /** One that is found in nothing would be found everywhere. */
  private static Optional<Pattern> expression(Value value) {
    Optional<Pattern> pattern = value.pattern(0);
    if (pattern.isPresent() && pattern.get().matcher("").find()) {
      value.fault(
          value.name() + " is found in an empty line too; it must say what stands there then");
      return Optional.empty();
    }
    return pattern;
  }
}
