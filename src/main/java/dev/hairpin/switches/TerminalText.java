package dev.hairpin.switches;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns what a device sends to a terminal into the lines that a person would read on it: colours
 * and titles are dropped; carriage return, backspace and erasing act on the line they stand in
 * (ECMA-48, as far as command lines use it). Text may come in any pieces. Whatever comes, memory is
 * bounded: see {@link #isFull}.
 */
final class TerminalText {
  private enum State {
    TEXT,
    ESCAPE,
    CONTROL,
    STRING,
    STRING_ESCAPE,
    CHARSET
  }

  /** More than any answer to a command; the rest is not kept. */
  static final int MOST_CHARACTERS = 4_000_000;

  static final int MOST_LINES = 100_000;

  private static final char ESC = 0x1B;
  private static final char CANCEL = 0x18;
  private static final char SUBSTITUTE = 0x1A;
  // Stands where a pager's text stood, until something else is written there.
  private static final char GONE = '\0';
  private static final int LONGEST_PARAMETERS = 64;
  private static final int LONGEST_STRING = 4096;
  // No terminal is wider; what moves or shifts text beyond it has nothing to do with lines.
  private static final int WIDEST = 8192;
  // Devices that don't ask how wide the terminal is.
  private static final int[] WIDTHS = {80, 132, CliShell.COLUMNS};
  private static final int NOT_WRAPPED = -1;

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder parameters = new StringBuilder();
  private int column;
  private int heldCharacters;
  private int stringLength;
  private int wrappedAt = NOT_WRAPPED;
  private boolean paged;
  private boolean full;
  private State state = State.TEXT;

  /** The lines that were ended, in order. */
  List<String> lines() {
    return lines;
  }

  /** The line that is not ended yet: where a prompt stands. */
  String current() {
    return paged ? withoutPager() : line.toString();
  }

  /** All of it, as a person would read it. */
  String screen() {
    return screen(0);
  }

  /** The same without the first so many lines. */
  String screen(int from) {
    List<String> rest = lines.subList(Math.min(from, lines.size()), lines.size());
    return String.join("\n", rest) + (rest.isEmpty() ? "" : "\n") + current();
  }

  /** Whether more came than is kept. */
  boolean isFull() {
    return full;
  }

  /**
   * What stands on the current line from here on is a pager's, and no part of the answer: however
   * the device takes it away, or if it doesn't, nothing of it is left.
   */
  void dropPager(int from) {
    String shown = current();
    line.setLength(0);
    line.append(shown, 0, Math.min(from, shown.length()));
    while (line.length() < shown.length()) {
      line.append(GONE);
    }
    column = line.length();
    paged = true;
  }

  /** Forgets all lines; an escape sequence that is on its way is kept. */
  void clear() {
    lines.clear();
    line.setLength(0);
    column = 0;
    heldCharacters = 0;
    wrappedAt = NOT_WRAPPED;
    paged = false;
    full = false;
  }

  void feed(CharSequence text) {
    for (int index = 0; index < text.length(); index++) {
      feed(text.charAt(index));
    }
  }

  private void feed(char c) {
    switch (state) {
      case TEXT -> text(c);
      case ESCAPE -> escape(c);
      case CONTROL -> control(c);
      case STRING -> string(c);
      case STRING_ESCAPE -> state = c == '\\' ? State.TEXT : State.STRING;
      case CHARSET -> state = State.TEXT;
    }
  }

  private void text(char c) {
    if (c == '\t' || (c >= ' ' && c != 0x7F && c != 0x9B)) {
      put(c);
      return;
    }
    int wrapped = wrappedAt;
    wrappedAt = NOT_WRAPPED;
    switch (c) {
      case ESC -> state = State.ESCAPE;
      case 0x9B -> begin(State.CONTROL);
      case '\n' -> newLine();
      case '\r' -> carriageReturn();
      case '\b' -> column = Math.max(0, column - 1);
      default -> wrappedAt = wrapped; // NUL and its like: padding
    }
  }

  /**
   * Line editors go to the next line of a narrow terminal by writing one character too many and a
   * carriage return. Here lines have no end, so what follows goes on where it stood.
   */
  private void carriageReturn() {
    if (column == line.length()) {
      for (int width : WIDTHS) {
        if (column == width + 1) {
          wrappedAt = width;
        }
      }
    }
    column = 0;
  }

  private void string(char c) {
    stringLength++;
    if (c == 0x07 || c == 0x9C || c == CANCEL || c == SUBSTITUTE) {
      state = State.TEXT;
    } else if (c == ESC) {
      state = State.STRING_ESCAPE;
    } else if (c == '\n' || stringLength > LONGEST_STRING) {
      // It has no end, so it was none: what follows must not be swallowed.
      state = State.TEXT;
    }
  }

  private void escape(char c) {
    state = State.TEXT;
    switch (c) {
      case '[' -> begin(State.CONTROL);
      case ']', 'P', '^', '_', 'X' -> {
        stringLength = 0;
        state = State.STRING;
      }
      case '(', ')', '*', '+', '#', '%', ' ' -> state = State.CHARSET;
      case 'E', 'D' -> newLine();
      case ESC -> state = State.ESCAPE;
      default -> {
        // One character, and nothing that a line would show.
      }
    }
  }

  private void control(char c) {
    if (c < ' ') {
      controlInControl(c);
      return;
    }
    if (c < '@' || c > '~') {
      if (parameters.length() < LONGEST_PARAMETERS) {
        parameters.append(c);
      }
      return;
    }
    state = State.TEXT;
    switch (c) {
      case 'K', 'J' -> erase(number(0, 0));
      case 'C' -> column = Math.max(column, Math.min(WIDEST, column + number(0, 1)));
      case 'D' -> column = Math.max(0, column - number(0, 1));
      case 'G' -> column = Math.max(0, number(0, 1) - 1);
      case 'H', 'f' -> column = Math.max(0, number(1, 1) - 1);
      case 'P' -> delete(number(0, 1));
      case '@' -> insert(number(0, 1));
      case 'X' -> blank(column, Math.min(line.length(), column + number(0, 1)));
      default -> {
        // Colours, modes, cursor up and down: nothing for a line.
      }
    }
  }

  /** ECMA-48 has it carried out as if it stood outside; some begin anew or give up instead. */
  private void controlInControl(char c) {
    switch (c) {
      case ESC -> state = State.ESCAPE;
      case CANCEL, SUBSTITUTE -> state = State.TEXT;
      case '\n' -> newLine();
      case '\r' -> column = 0;
      case '\b' -> column = Math.max(0, column - 1);
      default -> {
        // Nothing that a line would show.
      }
    }
  }

  private void begin(State next) {
    parameters.setLength(0);
    state = next;
  }

  private void newLine() {
    String ended = current();
    if (!paged || !ended.isEmpty()) {
      heldCharacters += ended.length();
      if (isRoomFor(1) && lines.size() < MOST_LINES) {
        lines.add(ended);
      } else {
        full = true;
      }
    }
    line.setLength(0);
    column = 0;
    paged = false;
  }

  private void put(char c) {
    if (wrappedAt != NOT_WRAPPED && wrappedAt <= line.length()) {
      line.setLength(wrappedAt);
      column = wrappedAt;
    }
    wrappedAt = NOT_WRAPPED;
    if (!isRoomFor(Math.max(1, column - line.length()))) {
      full = true;
      return;
    }
    pad();
    if (column < line.length()) {
      line.setCharAt(column, c);
    } else {
      line.append(c);
    }
    column++;
  }

  private boolean isRoomFor(int more) {
    return heldCharacters + line.length() + more <= MOST_CHARACTERS;
  }

  /** What a device writes over its pager's text is blanks, and more than the text that follows. */
  private String withoutPager() {
    return line.toString().replace(String.valueOf(GONE), "").stripTrailing();
  }

  private void pad() {
    while (line.length() < column) {
      line.append(' ');
    }
  }

  private void erase(int what) {
    switch (what) {
      case 0 -> line.setLength(Math.min(line.length(), column));
      case 1 -> blank(0, Math.min(line.length(), column + 1));
      default -> line.setLength(0);
    }
  }

  private void blank(int from, int to) {
    for (int index = from; index < to; index++) {
      line.setCharAt(index, ' ');
    }
  }

  private void delete(int count) {
    if (column < line.length() && line.length() <= WIDEST) {
      line.delete(column, Math.min(line.length(), column + count));
    }
  }

  private void insert(int count) {
    if (line.length() <= WIDEST && column <= WIDEST) {
      pad();
      line.insert(column, " ".repeat(count));
    }
  }

  /** One of the numbers of a control sequence; never so large that a line could fill memory. */
  private int number(int index, int otherwise) {
    String[] numbers = parameters.toString().split(";", -1);
    if (index >= numbers.length || !numbers[index].matches("[0-9]{1,4}")) {
      return otherwise;
    }
    return Math.min(1000, Integer.parseInt(numbers[index]));
  }
}
