package dev.hairpin.switches;

import java.time.Duration;

/**
 * How long each answer is waited for.
 *
 * @param connect until the TCP connection stands
 * @param login each step of the SSH login, and the first prompt
 * @param command until the prompt after a command
 * @param save the same, after a command that saves
 * @param snmpGet one try of a reading request; it is sent {@code snmpRetries} times again
 * @param snmpSet one try of a SET; never sent again before the value was read
 */
record Patience(
    Duration connect,
    Duration login,
    Duration command,
    Duration save,
    Duration snmpGet,
    int snmpRetries,
    Duration snmpSet) {
  static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Duration.ofMillis(1500),
          2,
          Duration.ofSeconds(5));

  /** As messages say it: {@code 1.5 s}. */
  static String seconds(Duration time) {
    return (time.toMillis() % 1000 == 0
            ? String.valueOf(time.toSeconds())
            : String.valueOf(time.toMillis() / 1000.0))
        + " s";
  }
}
