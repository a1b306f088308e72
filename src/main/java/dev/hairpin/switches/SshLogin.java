package dev.hairpin.switches;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.password.PasswordUtils;

/** Proves who we are to a switch whose host key was found right. */
final class SshLogin {
  private final Dialogue dialogue;
  private final SwitchAccess.Ssh ssh;

  SshLogin(Dialogue dialogue, SwitchAccess.Ssh ssh) {
    this.dialogue = dialogue;
    this.ssh = ssh;
  }

  /** Lets the client in with the private key or the password of the lab file. */
  void letIn(SSHClient client) throws SwitchException {
    if (ssh.privateKey().isPresent()) {
      Path file = ssh.privateKey().get();
      if (!tried(client, new AuthPublickey(load(client, file)))) {
        throw refused(
            client,
            "does not take the private key " + file,
            "Put the key's public half where the switch looks for the keys of this user.");
      }
      return;
    }
    if (ssh.password().isEmpty()) {
      throw dialogue.notConfigured(
          "the lab file gives neither a password nor a private key",
          "Give ssh.password or ssh.private-key.");
    }
    String password = dialogue.reveal(ssh.password().get(), "login password");
    if (tried(client, new AuthPassword(PasswordUtils.createOneOff(password.toCharArray())))) {
      return;
    }
    // Asked again only where 'password' was not an offer: the same wrong password twice may lock
    // the user out.
    var offers = client.getUserAuth().getAllowedMethods();
    if (offers.contains("keyboard-interactive")
        && !offers.contains("password")
        && tried(client, new AuthKeyboardInteractive(new PasswordAnswers(password)))) {
      return;
    }
    throw refused(
        client,
        "does not take the password",
        "Check ssh.username and the place that ssh.password names.");
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
    try {
      if (!Files.isReadable(file)) {
        throw new IOException("no such file, or not readable");
      }
      KeyProvider key = client.loadKeys(file.toString());
      // Read now, so that a fault of the file isn't mistaken for a refusal of the switch.
      key.getPublic();
      key.getPrivate();
      return key;
    } catch (IOException | RuntimeException fault) {
      throw new NotConfiguredException(
          dialogue.message(
              "the private key " + file + " can't be used: " + fault.getMessage(),
              "Give an OpenSSH or PEM key (Ed25519, ECDSA, RSA) without a passphrase."),
          fault);
    }
  }

  private AuthenticationFailedException refused(SSHClient client, String what, String next) {
    return dialogue.notLetIn(
        "the switch "
            + what
            + " of user "
            + ssh.username()
            + " (it offers: "
            + String.join(", ", client.getUserAuth().getAllowedMethods())
            + ")",
        next,
        null);
  }

  private SwitchUnreachableException ended(IOException trouble) {
    return dialogue.unreachable(
        "the connection ended while logging in as " + ssh.username() + ": " + Cause.of(trouble),
        "See the switch's own log for why.",
        trouble);
  }
}
