package dev.hairpin.run;

import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.List;
import java.util.Optional;

/**
 * The tags that choose scenarios. Those tagged {@code @load} run only when the expression names
 * them.
 *
 * @param option what it is given by, for messages: {@code --tags}
 * @param asked the expression that was given, if any
 */
public record TagChoice(String option, Optional<String> asked) {
  private static final String LOAD = "@load";

  /**
   * A choice that Cucumber understands.
   *
   * @throws UsageException when the expression isn't one
   */
  public static TagChoice of(String option, Optional<String> asked) throws UsageException {
    try {
      asked.ifPresent(TagExpressionParser::parse);
    } catch (TagExpressionException wrong) {
      throw new UsageException(
          "'%s' is not a tag expression: %s. Next: try %s '@vepa and not @guest'"
              .formatted(
                  asked.orElse(""),
                  String.valueOf(wrong.getMessage()).replaceFirst("\\.+$", ""),
                  option));
    }
    return new TagChoice(option, asked.filter(each -> !each.isBlank()));
  }

  /** The whole expression. */
  public String expression() {
    return asked
        .map(each -> each.contains(LOAD) ? each : "(%s) and not %s".formatted(each, LOAD))
        .orElse("not " + LOAD);
  }

  /** Whether it chooses what has these tags, written with {@code @}. */
  boolean chooses(List<String> tags) {
    return TagExpressionParser.parse(expression()).evaluate(tags);
  }

  /** Why nothing was chosen of what is there. */
  String choseNothing(String place) {
    return asked.isPresent()
        ? "no scenario under '%s' fits the tags '%s'. Next: look at the tags there, or leave out %s"
            .formatted(place, expression(), option)
        : "every scenario under '%s' is tagged %s, and those run only when asked for. Next: give %s %s"
            .formatted(place, LOAD, option, LOAD);
  }
}
