package dev.hairpin.switches;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reveals secrets, and remembers them so that they can be masked wherever they turn up again. */
public final class Secrets {
  private static final String MASK = "***";
  // A shorter part tells little, and would be found in any text.
  private static final int LEAST_PART = 3;

  private final Map<String, String> environment;
  private volatile List<Known> longestFirst = List.of();

  /** Secrets of this program's own environment. */
  public Secrets() {
    this(System.getenv());
  }

  /** Secrets of another environment. */
  public Secrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * The secret itself; from a file, without the one newline at its end.
   *
   * @throws SecretMissingException when it isn't there or is empty; says what to set
   */
  public String reveal(Secret secret) throws SecretMissingException {
    String revealed =
        switch (secret.kind()) {
          case ENVIRONMENT -> fromEnvironment(secret.place());
          case FILE -> fromFile(Path.of(secret.place()));
        };
    remember(revealed);
    return revealed;
  }

  /** A variable of the environment that is no secret. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(each -> !each.isEmpty());
  }

  /** From now on these are masked too, as far as they are there; what is missing is no error. */
  void learn(List<Secret> secrets) {
    for (Secret each : secrets) {
      try {
        reveal(each);
      } catch (SecretMissingException missing) {
        // Who needs it will say so.
      }
    }
  }

  /**
   * The text with each secret revealed so far replaced by {@code ***}, also where a terminal's
   * width has put a line break into it.
   */
  public String mask(String text) {
    String masked = text;
    for (Known secret : longestFirst) {
      masked = masked.replace(secret.text(), MASK);
      if (masked.indexOf('\n') >= 0) {
        masked = secret.broken().matcher(masked).replaceAll(MASK);
      }
    }
    return masked;
  }

  /** How much of a secret's beginning stands at the end of the text; 0 when none, or too little. */
  int begunAtEnd(String text) {
    for (Known secret : longestFirst) {
      for (int length = secret.text().length() - 1; length >= LEAST_PART; length--) {
        if (text.endsWith(secret.text().substring(0, length))) {
          return length;
        }
      }
    }
    return 0;
  }

  /** How much of the text is the rest of a secret whose beginning is given; 0 when none. */
  int restAtBegin(String begun, String text) {
    for (Known secret : longestFirst) {
      if (secret.text().startsWith(begun)
          && text.startsWith(secret.text().substring(begun.length()))) {
        return secret.text().length() - begun.length();
      }
    }
    return 0;
  }

  private String fromEnvironment(String name) throws SecretMissingException {
    @Nullable String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new SecretMissingException(
          "The environment variable "
              + name
              + " is "
              + (value == null ? "not set" : "empty")
              + ". Set it before the run: export "
              + name
              + "=...",
          null);
    }
    return value;
  }

  private static String fromFile(Path file) throws SecretMissingException {
    String value;
    try {
      value = Files.readString(file);
    } catch (IOException trouble) {
      throw new SecretMissingException(
          "The secret's file "
              + file
              + " can't be read ("
              + trouble
              + "). Put the secret there, readable for the user who runs hairpin.",
          trouble);
    }
    if (value.endsWith("\n")) {
      value = value.substring(0, value.length() - (value.endsWith("\r\n") ? 2 : 1));
    }
    if (value.isEmpty()) {
      throw new SecretMissingException(
          "The secret's file " + file + " is empty. Put the secret there.", null);
    }
    return value;
  }

  private synchronized void remember(String secret) {
    if (longestFirst.stream().noneMatch(known -> known.text().equals(secret))) {
      // The longest first: one secret may be a part of another.
      longestFirst =
          Stream.concat(longestFirst.stream(), Stream.of(Known.of(secret)))
              .sorted(Comparator.comparingInt((Known known) -> known.text().length()).reversed())
              .toList();
    }
  }

  /**
   * A secret that was revealed.
   *
   * @param broken the same with a line break after any character
   */
  private record Known(String text, Pattern broken) {
    static Known of(String secret) {
      String expression =
          secret
              .codePoints()
              .mapToObj(each -> Pattern.quote(Character.toString(each)))
              .collect(Collectors.joining(" ?\\R?"));
      return new Known(secret, Pattern.compile(expression));
    }
  }
}
