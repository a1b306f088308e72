package dev.hairpin.switches;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a system's tables write port names that its command line takes in full.
 *
 * @param abbreviations a word as tables shorten it ({@code XGE}), whatever its case, and the whole
 *     word ({@code Ten-GigabitEthernet})
 * @param aggregateName matches whole names of link aggregates, which tables name in place of their
 *     members
 */
public record PortNaming(Map<String, String> abbreviations, Optional<Pattern> aggregateName) {
  /** Of a system that writes names in full, or whose profile doesn't tell. */
  static final PortNaming NONE = new PortNaming(Map.of(), Optional.empty());

  private static final Pattern WORD_AND_NUMBERS = Pattern.compile("([^0-9]+?)\\s*([0-9].*)");

  /** Finds a word whatever its case. */
  public PortNaming {
    Map<String, String> anyCase = new TreeMap<>();
    abbreviations.forEach((word, whole) -> anyCase.put(word.toLowerCase(Locale.ROOT), whole));
    abbreviations = Map.copyOf(anyCase);
  }

  /** The name in full, where its word is an abbreviation; else as it was told. */
  String whole(String told) {
    Matcher parts = WORD_AND_NUMBERS.matcher(told);
    if (!parts.matches()) {
      return told;
    }
    String word = abbreviations.get(parts.group(1).toLowerCase(Locale.ROOT));
    return word == null ? told : word + parts.group(2);
  }

  /** Whether one of two ports can be a link aggregate that the other belongs to. */
  boolean mayBundle(String one, String other) {
    return aggregate(one) != aggregate(other);
  }

  /** Whether the port of this name is a link aggregate. */
  boolean aggregate(String name) {
    try {
      return aggregateName
          .filter(each -> each.matcher(new BoundedText(whole(name))).matches())
          .isPresent();
    } catch (BoundedText.TooLongException endless) {
      return false;
    }
  }
}
