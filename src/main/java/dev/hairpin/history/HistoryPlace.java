package dev.hairpin.history;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a history is kept: a file of this machine, or a database on a PostgreSQL server.
 *
 * @param url for JDBC
 * @param shown how a message names it
 * @param file the database's file, where it is one
 * @param login user and password, where they are not in the URL
 */
public record HistoryPlace(String url, String shown, Optional<Path> file, Properties login) {
  /** No history is kept. */
  public static final String NONE = "none";

  private static final String ENDING = ".mv.db";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /**
   * The place that an option or {@code HAIRPIN_HISTORY} names; else the file {@code history} in the
   * state directory.
   *
   * @param option what {@code --history} says
   * @param environment of this process
   * @param state the state directory
   * @return empty where no history is kept ({@value #NONE})
   * @throws IllegalArgumentException with the next step, when it is neither a path nor the URL of a
   *     PostgreSQL database, or holds a password
   */
  public static Optional<HistoryPlace> of(
      Optional<String> option, Map<String, String> environment, Path state) {
    String named =
        option
            .or(() -> Optional.ofNullable(environment.get("HAIRPIN_HISTORY")))
            .filter(each -> !each.isBlank())
            .orElseGet(() -> state.resolve("history").toString());
    if (named.equals(NONE)) {
      return Optional.empty();
    }
    return Optional.of(
        named.matches("(jdbc:)?[a-z]+[a-z0-9]+:.*")
            ? server(named, environment)
            : file(Path.of(named).toAbsolutePath().normalize()));
  }

  private static HistoryPlace server(String named, Map<String, String> environment) {
    String url = named.startsWith("jdbc:") ? named : "jdbc:" + named;
    if (!url.startsWith(POSTGRESQL)) {
      throw new IllegalArgumentException(
          "the history can't be kept at '%s': it takes the path of a file, jdbc:postgresql://HOST/DATABASE, or none"
              .formatted(url.replaceFirst("[/?].*", "…")));
    }
    String address = url.replaceFirst("[?].*", "");
    if (url.toLowerCase(Locale.ROOT).contains("password=") || hasUser(address)) {
      throw new IllegalArgumentException(
          "the history's URL holds a login, which every user of this machine could read. Next: take it out, and set HAIRPIN_HISTORY_USER and HAIRPIN_HISTORY_PASSWORD, or write ~/.pgpass");
    }
    Properties login = new Properties();
    take(environment, "HAIRPIN_HISTORY_USER", login, "user");
    take(environment, "HAIRPIN_HISTORY_PASSWORD", login, "password");
    login.setProperty("connectTimeout", "5");
    login.setProperty("socketTimeout", "30");
    login.setProperty("ApplicationName", "hairpin");
    return new HistoryPlace(
        url, "at " + address.substring("jdbc:".length()), Optional.empty(), login);
  }

  private static boolean hasUser(String address) {
    String authority = URI.create(address.substring("jdbc:".length())).getRawAuthority();
    return authority != null && authority.contains("@");
  }

  private static void take(
      Map<String, String> environment, String name, Properties login, String property) {
    Optional.ofNullable(environment.get(name)).ifPresent(each -> login.setProperty(property, each));
  }

  private static HistoryPlace file(Path path) {
    String text = path.toString();
    String stem = text.endsWith(ENDING) ? text.substring(0, text.length() - ENDING.length()) : text;
    if (stem.contains(";")) {
      throw new IllegalArgumentException(
          "the history's path '%s' has a ';' in it. Next: name another".formatted(path));
    }
    // DB_CLOSE_ON_EXIT: a hook of its own would race with the program's, which puts things back.
    return new HistoryPlace(
        "jdbc:h2:file:"
            + stem
            + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0;MAX_COMPACT_TIME=0"
            // What is wrong is in the exception; H2 would print it on standard output as well.
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0",
        stem + ENDING,
        Optional.of(Path.of(stem + ENDING)),
        new Properties());
  }

  /**
   * Whether there may be something in it: a file that isn't there holds nothing. One in a folder
   * that this user can't look into may be there.
   */
  public boolean there() {
    return file.map(each -> !Files.notExists(each)).orElse(true);
  }

  /** Whether it could be read, as far as can be told without reading it. */
  public boolean readable() {
    return file.map(Files::isReadable).orElse(true);
  }

  /** What to do about a history that doesn't work. */
  String next() {
    return file.isPresent()
        ? "see that the file and its folder may be read and written, or give another path to --history (or HAIRPIN_HISTORY)"
        : "see that the server is there and lets HAIRPIN_HISTORY_USER in with HAIRPIN_HISTORY_PASSWORD, or give --history another place";
  }
}
