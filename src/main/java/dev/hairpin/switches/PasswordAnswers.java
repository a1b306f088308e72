package dev.hairpin.switches;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.Resource;

/**
 * Answers the questions of keyboard-interactive login (RFC 4256): hidden ones after a password with
 * the password, shown ones after the user with the user's name, and no other. The same question
 * twice means that the answer was wrong; it is not given again.
 */
final class PasswordAnswers implements ChallengeResponseProvider {
  private static final Pattern CODE =
      Pattern.compile("(?i)verification|one.time|\\botp\\b|token|factor|\\bcode\\b|\\bpin\\b");
  private static final Pattern PASSWORD = Pattern.compile("(?i)pass(word|phrase)|kennwort");
  private static final Pattern USER = Pattern.compile("(?i)user|login|name");

  private final String username;
  private final String password;
  private final Set<String> answered = new HashSet<>();
  private volatile boolean stopped;
  private volatile Optional<String> unanswered = Optional.empty();

  PasswordAnswers(String username, String password) {
    this.username = username;
    this.password = password;
  }

  @Override
  public List<String> getSubmethods() {
    return List.of();
  }

  @Override
  public void init(Resource resource, String name, String instruction) {}

  @Override
  public char[] getResponse(String prompt, boolean echo) {
    String asked = prompt.strip();
    if (echo) {
      return USER.matcher(asked).find() ? username.toCharArray() : new char[0];
    }
    boolean again = !answered.add(asked.toLowerCase(Locale.ROOT));
    boolean other =
        CODE.matcher(asked).find() || (answered.size() > 1 && !PASSWORD.matcher(asked).find());
    if (again || (other && !PASSWORD.matcher(asked).find())) {
      unanswered = again ? Optional.empty() : Optional.of(asked);
      stopped = true;
      // The way out of sshj: the login ends here, nothing more is sent.
      throw new SSHRuntimeException("no answer to this question");
    }
    return password.toCharArray();
  }

  /** Whether the login was given up here, since there was nothing to answer. */
  boolean stopped() {
    return stopped;
  }

  /** The question that nothing in the lab file answers, if the login ended with one. */
  Optional<String> unanswered() {
    return unanswered;
  }

  @Override
  public boolean shouldRetry() {
    return false;
  }
}
