package dev.hairpin.switches;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;
import net.schmizz.sshj.transport.NegotiatedAlgorithms;

/**
 * Connects to a switch by SSH: TCP from the given place (or through a jump host that was logged in
 * to in the same way), host key, login; in this order.
 */
final class SshConnection {
  // Often enough for firewalls and idle time-outs.
  private static final int KEEP_ALIVE_SECONDS = 20;

  private final Dialogue dialogue;
  private final SwitchAccess.Ssh ssh;
  private final Reach reach;
  private final Patience patience;
  private final String block;

  SshConnection(Dialogue dialogue, SwitchAccess.Ssh ssh, Reach reach, Patience patience) {
    this(dialogue, ssh, reach, patience, "ssh");
  }

  /** The same for another block of the lab file. */
  private SshConnection(
      Dialogue dialogue, SwitchAccess.Ssh ssh, Reach reach, Patience patience, String block) {
    this.dialogue = dialogue;
    this.ssh = ssh;
    this.reach = reach;
    this.patience = patience;
    this.block = block;
  }

  /** A client that is logged in. */
  SwitchClient open() throws SwitchException {
    HostKeyCheck check = check();
    do {
      SwitchClient client = new SwitchClient(SshAlgorithms.config(ssh.algorithms()));
      boolean in = false;
      try (Watchdog dog =
          Watchdog.over(patience.connect().plus(patience.login().multipliedBy(2)))) {
        dog.onTimeout(() -> end(client));
        if (exchangedKeys(client, check)) {
          new SshLogin(dialogue, ssh, block).letIn(client);
          in = !dog.bit();
          if (in) {
            return client;
          }
          throw dialogue.unreachable(
              "the login was not finished in time", "See the switch's own log for why.", null);
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
            "If the switch's key was changed on purpose, put the new fingerprint under "
                + block
                + ".host-key; else find out what answers at this address."),
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
              "Give "
                  + block
                  + ".host-key (ssh-keyscan HOST | ssh-keygen -lf -) or another "
                  + block
                  + ".known-hosts."),
          fault);
    }
  }

  /** False when the key was not the expected one. */
  private boolean exchangedKeys(SwitchClient client, HostKeyCheck check) throws SwitchException {
    client.addHostKeyVerifier(check);
    client.addAlgorithmsVerifier(this::noted);
    client.setTimeout((int) patience.login().toMillis());
    client.getTransport().setTimeoutMs((int) patience.login().toMillis());
    client.getConnection().setTimeoutMs((int) patience.login().toMillis());
    client.getConnection().getKeepAlive().setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    Place place = dialogue.place();
    try {
      if (ssh.via().isPresent()) {
        DirectConnection tunnel = tunnel(client, ssh.via().get());
        dialogue.note("connected to " + place + " through the jump host; exchanging keys");
        client.connectVia(tunnel);
      } else {
        client.setSocketFactory(new ConnectedSocket(connect()));
        dialogue.note("connected to " + place + "; exchanging keys");
        client.connect(place.address(), place.port());
      }
      return true;
    } catch (SwitchException said) {
      throw said;
    } catch (SSHException no) {
      if (no.getDisconnectReason() == DisconnectReason.HOST_KEY_NOT_VERIFIABLE) {
        return false;
      }
      throw noSsh(no);
    } catch (IOException trouble) {
      throw noSsh(trouble);
    }
  }

  /** Logs in to the jump host, and has it connect to the switch. */
  private DirectConnection tunnel(SwitchClient client, SwitchAccess.Via via)
      throws SwitchException {
    Place place = dialogue.place();
    Place jump =
        new Place(place.switchName(), "its jump host, SSH", via.address(), via.ssh().port());
    Dialogue there = new Dialogue(jump, dialogue.transcript(), dialogue.secrets());
    SSHClient host = new SshConnection(there, via.ssh(), reach, patience, block + ".via").open();
    client.goesThrough(host);
    try {
      return host.newDirectConnection(place.address(), place.port());
    } catch (IOException refused) {
      throw dialogue.unreachable(
          "the jump host " + via.address() + " does not connect to it: " + Cause.of(refused),
          "Check that the jump host reaches the switch, and that its SSH server allows TCP"
              + " forwarding (AllowTcpForwarding).",
          refused);
    }
  }

  private boolean noted(NegotiatedAlgorithms negotiated) {
    List<String> old = SshAlgorithms.old(negotiated);
    if (!old.isEmpty()) {
      dialogue.note(
          "old algorithms, as " + block + ".algorithms allows: " + String.join(", ", old));
      dialogue.transcript().weak(dialogue.place().toString(), old);
    }
    return true;
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
    String why = Cause.of(trouble);
    List<String> old = SshAlgorithms.oldOffered(why);
    if (!old.isEmpty() && ssh.algorithms() == SwitchAccess.Algorithms.MODERN) {
      return dialogue.unreachable(
          "it offers only old SSH algorithms here: " + String.join(", ", old),
          "If the device can't be set to newer ones, allow them for it with "
              + block
              + ".algorithms: legacy in the lab file; the report will say so.",
          trouble);
    }
    return dialogue.unreachable(
        "connected, but the SSH key exchange failed: " + why,
        "Check that it is an SSH server that listens there, and which algorithms it is set to.",
        trouble);
  }
}
