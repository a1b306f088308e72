package dev.hairpin.switches;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;

/** Connects to a switch by SSH: TCP from the given place, host key, login; in this order. */
final class SshConnection {
  private final Dialogue dialogue;
  private final SwitchAccess.Ssh ssh;
  private final Reach reach;
  private final Patience patience;

  SshConnection(Dialogue dialogue, SwitchAccess.Ssh ssh, Reach reach, Patience patience) {
    this.dialogue = dialogue;
    this.ssh = ssh;
    this.reach = reach;
    this.patience = patience;
  }

  /** A client that is logged in. */
  SSHClient open() throws SwitchException {
    HostKeyCheck check = check();
    do {
      SSHClient client = new SSHClient(SshAlgorithms.config());
      boolean in = false;
      try {
        if (exchangedKeys(client, check)) {
          new SshLogin(dialogue, ssh).letIn(client);
          in = true;
          return client;
        }
      } finally {
        if (!in) {
          end(client);
        }
      }
    } while (check.preferAnother());
    String got = String.join(", ", check.shown());
    dialogue.note("host key mismatch: expected " + check.expected() + ", got " + got);
    throw new HostKeyMismatchException(
        dialogue.message(
            "the host key is not the expected one: expected "
                + check.expected()
                + ", got "
                + got
                + "; nothing was sent, no password and no command",
            "If the switch's key was changed on purpose, put the new fingerprint under"
                + " ssh.host-key; else find out what answers at this address."),
        check.expected(),
        check.shown());
  }

  /** Ends the connection at once, whatever it is doing. */
  static void end(SSHClient client) {
    try {
      client.disconnect();
    } catch (IOException gone) {
      // Then it is ended, which is what was wanted.
    }
  }

  private HostKeyCheck check() throws NotConfiguredException {
    try {
      return new HostKeyCheck(ssh);
    } catch (IOException fault) {
      throw new NotConfiguredException(
          dialogue.message(
              "the host key can't be checked: " + fault.getMessage(),
              "Give ssh.host-key (ssh-keyscan HOST | ssh-keygen -lf -) or another ssh.known-hosts."),
          fault);
    }
  }

  /** False when the key was not the expected one. */
  private boolean exchangedKeys(SSHClient client, HostKeyCheck check) throws SwitchException {
    client.addHostKeyVerifier(check);
    client.setTimeout((int) patience.login().toMillis());
    client.getTransport().setTimeoutMs((int) patience.login().toMillis());
    client.getConnection().setTimeoutMs((int) patience.login().toMillis());
    Socket socket = connect();
    client.setSocketFactory(new ConnectedSocket(socket));
    dialogue.note("connected to " + dialogue.place() + "; exchanging keys");
    try {
      client.connect(dialogue.place().address(), dialogue.place().port());
      return true;
    } catch (SSHException no) {
      if (no.getDisconnectReason() == DisconnectReason.HOST_KEY_NOT_VERIFIABLE) {
        return false;
      }
      throw noSsh(no);
    } catch (IOException trouble) {
      throw noSsh(trouble);
    }
  }

  private Socket connect() throws SwitchException {
    int millis = (int) patience.connect().toMillis();
    try {
      return reach.call(
          () -> {
            Socket socket = new Socket();
            try {
              socket.setTcpNoDelay(true);
              socket.connect(
                  new InetSocketAddress(
                      InetAddress.getByName(dialogue.place().address()), dialogue.place().port()),
                  millis);
              return socket;
            } catch (IOException trouble) {
              socket.close();
              throw trouble;
            }
          });
    } catch (UnknownHostException unknown) {
      throw dialogue.unreachable(
          "this address can't be resolved", "Check the switch's address in the lab file.", unknown);
    } catch (SocketTimeoutException late) {
      throw dialogue.unreachable(
          "no connection within " + Patience.seconds(patience.connect()),
          "Check that the switch is up and that its address can be pinged from here.",
          late);
    } catch (ConnectException refused) {
      throw dialogue.unreachable(
          "can't connect: " + refused.getMessage(),
          "Check that SSH is switched on there, and the address and port in the lab file.",
          refused);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw dialogue.unreachable("interrupted while connecting", "Run it again.", stop);
    } catch (Exception trouble) {
      throw dialogue.unreachable(
          "can't connect: " + Cause.of(trouble), "Check the way from here to there.", trouble);
    }
  }

  private SwitchUnreachableException noSsh(IOException trouble) {
    return dialogue.unreachable(
        "connected, but the SSH key exchange failed: " + Cause.of(trouble),
        "Check that it is an SSH server that listens there, and which algorithms it is set to.",
        trouble);
  }
}
