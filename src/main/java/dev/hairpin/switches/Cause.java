package dev.hairpin.switches;

import org.jspecify.annotations.Nullable;

/** What to say of an exception: the deepest message that says something. */
final class Cause {
  private Cause() {}

  static String of(Throwable trouble) {
    String text = trouble.getClass().getSimpleName();
    @Nullable Throwable at = trouble;
    for (int depth = 0; at != null && depth < 10; depth++) {
      @Nullable String message = at.getMessage();
      if (message != null && !message.isBlank()) {
        text = message;
      }
      at = at.getCause();
    }
    return text;
  }
}
