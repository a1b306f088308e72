package dev.hairpin.switches;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.PasswordUtils;
import org.jspecify.annotations.Nullable;

/** Proves who we are to a switch whose host key was found right. */
final class SshLogin {
  private final Dialogue dialogue;
  private final SwitchAccess.Ssh ssh;
  private final String block;

  SshLogin(Dialogue dialogue, SwitchAccess.Ssh ssh, String block) {
    this.dialogue = dialogue;
    this.ssh = ssh;
    this.block = block;
  }

  /**
   * Lets the client in: with the agent's keys or the private key, then the password, as far as the
   * lab file gives them and the switch asks for them. Nothing is offered twice: one wrong password
   * too many may lock the user out.
   */
  void letIn(SSHClient client) throws SwitchException {
    if (ssh.privateKey().isEmpty() && ssh.password().isEmpty() && !ssh.agent()) {
      throw dialogue.notConfigured(
          "the lab file gives neither a password nor a private key",
          "Give " + block + ".password, " + block + ".private-key or " + block + ".login: agent.");
    }
    List<AuthMethod> keys = keys(client);
    // Asks what the switch takes; sending the password to one that doesn't would count as a try.
    if (tried(client, new AuthNone())) {
      return;
    }
    List<String> refused = new ArrayList<>();
    if (offers(client, "publickey")) {
      for (AuthMethod key : keys) {
        if (tried(client, key)) {
          return;
        }
        if (client.getUserAuth().hadPartialSuccess()) {
          break;
        }
      }
    }
    boolean half = client.getUserAuth().hadPartialSuccess();
    if (!half && !keys.isEmpty()) {
      refused.add(ssh.agent() ? "any key of the agent" : "the private key " + keyFile());
    } else if (!half && ssh.agent()) {
      refused.add("any key of the agent, which has none");
    }
    if (ssh.password().isPresent() && triedPassword(client, refused)) {
      return;
    }
    throw refused(client, half, refused);
  }

  private List<AuthMethod> keys(SSHClient client) throws SwitchException {
    if (ssh.agent()) {
      return SshAgent.keys(dialogue, ssh.algorithms());
    }
    return ssh.privateKey().isPresent()
        ? List.of(new AuthPublickey(load(client, ssh.privateKey().get())))
        : List.of();
  }

  private boolean triedPassword(SSHClient client, List<String> refused) throws SwitchException {
    String password = dialogue.reveal(ssh.password().orElseThrow(), "login password");
    if (offers(client, "password")) {
      if (tried(client, new AuthPassword(PasswordUtils.createOneOff(password.toCharArray())))) {
        return true;
      }
      if (!client.getUserAuth().hadPartialSuccess() || offers(client, "password")) {
        refused.add("the password");
        return false;
      }
    }
    if (offers(client, "keyboard-interactive")) {
      PasswordAnswers answers = new PasswordAnswers(ssh.username(), password);
      if (triedInteractive(client, answers)) {
        return true;
      }
      refused.add(
          answers
              .unanswered()
              .map(
                  asked ->
                      "what it is given: it asks '"
                          + asked
                          + "', which the lab file does not answer")
              .orElse("the password"));
    }
    return false;
  }

  private boolean triedInteractive(SSHClient client, PasswordAnswers answers)
      throws SwitchException {
    try {
      return tried(client, new AuthKeyboardInteractive(answers));
    } catch (SwitchUnreachableException ended) {
      if (answers.stopped()) {
        return false;
      }
      throw ended;
    }
  }

  private static boolean offers(SSHClient client, String method) {
    return client.getUserAuth().getAllowedMethods().contains(method);
  }

  private String keyFile() {
    return ssh.privateKey().map(Path::toString).orElse("");
  }

  private boolean tried(SSHClient client, AuthMethod method) throws SwitchException {
    dialogue.note("logging in as " + ssh.username() + " by " + method.getName());
    try {
      client.auth(ssh.username(), method);
      return true;
    } catch (UserAuthException no) {
      if (client.getUserAuth().getAllowedMethods().isEmpty()) {
        throw ended(no);
      }
      return false;
    } catch (IOException trouble) {
      throw ended(trouble);
    }
  }

  private KeyProvider load(SSHClient client, Path file) throws NotConfiguredException {
    @Nullable PasswordFinder passphrase = null;
    if (ssh.privateKeyPassphrase().isPresent()) {
      String text = dialogue.reveal(ssh.privateKeyPassphrase().get(), "private key's passphrase");
      passphrase = PasswordUtils.createOneOff(text.toCharArray());
    }
    try {
      if (!Files.isReadable(file)) {
        throw new IOException("no such file, or not readable");
      }
      KeyProvider key =
          passphrase == null
              ? client.loadKeys(file.toString())
              : client.loadKeys(file.toString(), passphrase);
      // Read now, so that a fault of the file isn't mistaken for a refusal of the switch.
      key.getPublic();
      key.getPrivate();
      return key;
    } catch (IOException | RuntimeException fault) {
      throw new NotConfiguredException(
          dialogue.message(
              "the private key " + file + " can't be used: " + fault.getMessage(),
              "Give an OpenSSH or PEM key (Ed25519, ECDSA, RSA); one with a passphrase needs "
                  + block
                  + ".private-key-passphrase, and the right one."),
          fault);
    }
  }

  private AuthenticationFailedException refused(
      SSHClient client, boolean half, List<String> refused) {
    String what =
        refused.isEmpty()
            ? half ? "wants more than the key" : "does not take what the lab file gives"
            : "does not take " + String.join(" nor ", refused);
    boolean password = refused.contains("the password");
    return dialogue.notLetIn(
        "the switch "
            + what
            + " of user "
            + ssh.username()
            + " (it offers: "
            + String.join(", ", client.getUserAuth().getAllowedMethods())
            + ")",
        password
            ? "Check " + block + ".username and the place that " + block + ".password names."
            : refused.isEmpty()
                ? "Give what it offers: " + block + ".password, .private-key or .login: agent."
                : "Put the key's public half where the switch looks for the keys of this user.",
        null);
  }

  private SwitchUnreachableException ended(IOException trouble) {
    return dialogue.unreachable(
        "the connection ended while logging in as " + ssh.username() + ": " + Cause.of(trouble),
        "See the switch's own log for why.",
        trouble);
  }
}
