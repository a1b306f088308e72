package dev.hairpin.switches;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns what a device sends to a terminal into the lines that a person would read on it: colours
 * and titles are dropped; carriage return, backspace and erasing act on the line they stand in
 * (ECMA-48, as far as command lines use it). Text may come in any pieces.
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

  private static final char ESC = 0x1B;

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder parameters = new StringBuilder();
  private int column;
  private State state = State.TEXT;

  /** The lines that were ended, in order. */
  List<String> lines() {
    return lines;
  }

  /** The line that is not ended yet: where a prompt stands. */
  String current() {
    return line.toString();
  }

  /** All of it, as a person would read it. */
  String screen() {
    return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n") + line;
  }

  /** Forgets all lines; an escape sequence that is on its way is kept. */
  void clear() {
    lines.clear();
    line.setLength(0);
    column = 0;
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
      case STRING -> {
        if (c == 0x07 || c == 0x9C) {
          state = State.TEXT;
        } else if (c == ESC) {
          state = State.STRING_ESCAPE;
        }
      }
      case STRING_ESCAPE -> state = c == '\\' ? State.TEXT : State.STRING;
      case CHARSET -> state = State.TEXT;
    }
  }

  private void text(char c) {
    switch (c) {
      case ESC -> state = State.ESCAPE;
      case 0x9B -> begin(State.CONTROL);
      case '\n' -> newLine();
      case '\r' -> column = 0;
      case '\b' -> column = Math.max(0, column - 1);
      default -> {
        if (c == '\t' || (c >= ' ' && c != 0x7F)) {
          put(c);
        }
      }
    }
  }

  private void escape(char c) {
    state = State.TEXT;
    switch (c) {
      case '[' -> begin(State.CONTROL);
      case ']', 'P', '^', '_', 'X' -> state = State.STRING;
      case '(', ')', '*', '+', '#', '%', ' ' -> state = State.CHARSET;
      case 'E', 'D' -> newLine();
      case ESC -> state = State.ESCAPE;
      default -> {
        // One character, and nothing that a line would show.
      }
    }
  }

  private void control(char c) {
    if (c < '@' || c > '~') {
      parameters.append(c);
      return;
    }
    state = State.TEXT;
    switch (c) {
      case 'K', 'J' -> erase(number(0, 0));
      case 'C' -> column += number(0, 1);
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

  private void begin(State next) {
    parameters.setLength(0);
    state = next;
  }

  private void newLine() {
    lines.add(line.toString());
    line.setLength(0);
    column = 0;
  }

  private void put(char c) {
    pad();
    if (column < line.length()) {
      line.setCharAt(column, c);
    } else {
      line.append(c);
    }
    column++;
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
    if (column < line.length()) {
      line.delete(column, Math.min(line.length(), column + count));
    }
  }

  private void insert(int count) {
    pad();
    line.insert(column, " ".repeat(count));
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
