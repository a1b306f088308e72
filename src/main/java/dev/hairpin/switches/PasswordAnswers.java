package dev.hairpin.switches;

import java.util.List;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.Resource;

/**
 * Answers each hidden question of keyboard-interactive login (RFC 4256) with the password, and no
 * other: what would be shown is not asked for a password.
 */
final class PasswordAnswers implements ChallengeResponseProvider {
  private final String password;

  PasswordAnswers(String password) {
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
    return echo ? new char[0] : password.toCharArray();
  }

  @Override
  public boolean shouldRetry() {
    return false;
  }
}
