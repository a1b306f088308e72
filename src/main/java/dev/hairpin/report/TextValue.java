package dev.hairpin.report;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.io.IOException;
import java.time.DateTimeException;

/** Reads a value that is written as text. */
final class TextValue<T> extends FromStringDeserializer<T> {
  private static final long serialVersionUID = 1;

  private final transient Parser<T> parser;

  /** Text to value; what it throws for other text says what is wrong with it. */
  interface Parser<T> {
    T parse(String text);
  }

  TextValue(Class<T> type, Parser<T> parser) {
    super(type);
    this.parser = parser;
  }

  @Override
  protected T _deserialize(String text, DeserializationContext context) throws IOException {
    try {
      return parser.parse(text);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      return context.reportInputMismatch(this, "'%s': %s", text, wrong.getMessage());
    }
  }
}
