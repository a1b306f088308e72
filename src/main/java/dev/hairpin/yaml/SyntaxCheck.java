package dev.hairpin.yaml;

import java.io.StringReader;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Whether a text is YAML, and of the simple kind: one document, no anchors and no tags. It looks at
 * the stream of events, which needs no memory for nesting, so nothing hostile gets any further.
 */
final class SyntaxCheck {
  /** Our deepest file has seven levels. */
  private static final int DEEPEST = 16;

  private final Faults faults;
  private int depth;
  private int documents;

  private SyntaxCheck(Faults faults) {
    this.faults = faults;
  }

  /** Notes what is wrong; after it, a text without faults can be composed safely. */
  static void check(Yaml yaml, String text, Faults faults) {
    SyntaxCheck check = new SyntaxCheck(faults);
    try {
      for (Event each : yaml.parse(new StringReader(text))) {
        if (!check.look(each)) {
          return;
        }
      }
    } catch (MarkedYAMLException syntax) {
      check.note(syntax);
    } catch (YAMLException other) {
      faults.add(1, 1, "", "this is no YAML: " + Shown.oneLine("" + other.getMessage()));
    }
  }

  /** False when there is no sense in going on. */
  private boolean look(Event event) {
    Mark mark = event.getStartMark();
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      faults.add(mark, "---", "a second document begins here; keep one in each file");
      return false;
    }
    if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
      faults.add(mark, "", "nested deeper than any key can be; check the brackets");
      return false;
    }
    if (event instanceof CollectionEndEvent) {
      depth--;
    }
    if (event instanceof AliasEvent alias) {
      String name = "*" + alias.getAnchor();
      faults.add(mark, name, "aliases are not used here; write the value out again");
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      String name = "&" + node.getAnchor();
      faults.add(mark, name, "anchors are not used here; take " + Shown.quoted(name) + " out");
    }
    String tag = tagOf(event);
    if (!tag.isEmpty()) {
      faults.add(mark, tag, "tags are not used here; take " + Shown.quoted(tag) + " out");
    }
    return true;
  }

  private static String tagOf(Event event) {
    String tag = null;
    if (event instanceof ScalarEvent scalar) {
      tag = scalar.getTag();
    } else if (event instanceof CollectionStartEvent collection) {
      tag = collection.getTag();
    }
    return tag == null ? "" : tag;
  }

  private void note(MarkedYAMLException syntax) {
    String problem =
        syntax.getProblem() == null ? "this is no YAML" : Shown.oneLine(syntax.getProblem());
    Mark mark = syntax.getProblemMark();
    Mark context = syntax.getContextMark();
    if (mark == null) {
      faults.add(1, 1, "", problem);
    } else if (problem.contains("\\t(TAB)")) {
      faults.add(mark, "\t", "a tab stands here; indent with spaces");
    } else if (problem.contains("that cannot start any token")) {
      String character = Shown.oneLine(Character.toString(mark.getBuffer()[mark.getPointer()]));
      faults.add(
          mark, character, "no value begins with " + character + "; put the value into quotes");
    } else if (problem.startsWith("found unknown escape character")) {
      String message =
          "in double quotes a \\ can't stand before this; write \\\\, or use single quotes";
      faults.add(mark, "", message);
    } else if (problem.startsWith("mapping values are not allowed")) {
      faults.add(
          mark, ":", "a ':' can't stand here; check the indentation, or quote the value before it");
    } else if (problem.contains("unexpected end of stream") && context != null) {
      faults.add(context, "", "the quote that begins here is never closed");
    } else if (context != null && context.getLine() != mark.getLine()) {
      String began = " (" + syntax.getContext() + " that begins in line ";
      faults.add(mark, "", problem + began + (context.getLine() + 1) + ")");
    } else {
      faults.add(mark, "", problem);
    }
  }
}
