package dev.hairpin.switches;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.userauth.method.AuthMethod;

/**
 * The user's SSH agent (draft-miller-ssh-agent), as far as a login needs it: which keys it has, and
 * signing with one of them. Each request has a connection of its own.
 */
final class SshAgent {
  static final String VARIABLE = "SSH_AUTH_SOCK";

  private static final byte REQUEST_IDENTITIES = 11;
  private static final byte IDENTITIES = 12;
  private static final byte SIGN_REQUEST = 13;
  private static final byte SIGNATURE = 14;
  private static final int LONGEST_ANSWER = 256 * 1024;
  // A server ends the login after six wrong ones, as OpenSSH is usually set.
  private static final int MOST_KEYS = 5;
  // A person may have to touch a key, or to confirm.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final UnixDomainSocketAddress address;

  private SshAgent(UnixDomainSocketAddress address) {
    this.address = address;
  }

  /** A login with each of its keys. */
  static List<AuthMethod> keys(Dialogue dialogue, SwitchAccess.Algorithms algorithms)
      throws NotConfiguredException {
    Optional<String> socket = dialogue.secrets().variable(VARIABLE);
    if (socket.isEmpty()) {
      throw dialogue.notConfigured(
          "the lab file wants the SSH agent, and " + VARIABLE + " is not set",
          "Start one (eval $(ssh-agent); ssh-add) in the session that runs hairpin; sudo -E keeps"
              + " the variable.");
    }
    try {
      SshAgent agent = new SshAgent(UnixDomainSocketAddress.of(socket.get()));
      return agent.identities().stream()
          .limit(MOST_KEYS)
          .map(blob -> (AuthMethod) new AgentKey(agent, blob, algorithms))
          .toList();
    } catch (IOException | InvalidPathException trouble) {
      throw new NotConfiguredException(
          dialogue.message(
              "the SSH agent at " + socket.get() + " does not answer: " + Cause.of(trouble),
              "Check that it runs and has keys: ssh-add -l"),
          trouble);
    }
  }

  /** The public halves of its keys, as they go over the wire. */
  private List<byte[]> identities() throws IOException {
    Buffer.PlainBuffer answer =
        asked(new Buffer.PlainBuffer().putByte(REQUEST_IDENTITIES), IDENTITIES);
    try {
      long count = answer.readUInt32();
      List<byte[]> keys = new ArrayList<>();
      for (long key = 0; key < count; key++) {
        keys.add(answer.readBytes());
        answer.readString();
      }
      return keys;
    } catch (Buffer.BufferException torn) {
      throw new IOException("its answer is torn", torn);
    }
  }

  /**
   * The signature, as it goes over the wire.
   *
   * @param flags 2 for rsa-sha2-256, 4 for rsa-sha2-512
   */
  byte[] sign(byte[] key, byte[] data, int flags) throws IOException {
    Buffer.PlainBuffer answer =
        asked(
            new Buffer.PlainBuffer()
                .putByte(SIGN_REQUEST)
                .putString(key)
                .putString(data)
                .putUInt32(flags),
            SIGNATURE);
    try {
      return answer.readBytes();
    } catch (Buffer.BufferException torn) {
      throw new IOException("its answer is torn", torn);
    }
  }

  private Buffer.PlainBuffer asked(Buffer.PlainBuffer request, byte wanted) throws IOException {
    try (SocketChannel channel = SocketChannel.open(address);
        Watchdog dog = Watchdog.over(PATIENCE)) {
      dog.onTimeout(() -> closeQuietly(channel));
      byte[] body = request.getCompactData();
      ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + body.length);
      out.putInt(body.length).put(body).flip();
      while (out.hasRemaining()) {
        channel.write(out);
      }
      int length = read(channel, Integer.BYTES).getInt();
      if (length < 1 || length > LONGEST_ANSWER) {
        throw new IOException("its answer has a length of " + length);
      }
      byte[] answer = read(channel, length).array();
      if (answer[0] != wanted) {
        throw new IOException("it refuses (message " + answer[0] + ")");
      }
      Buffer.PlainBuffer rest = new Buffer.PlainBuffer(answer);
      rest.rpos(1);
      return rest;
    }
  }

  private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new IOException("it ended the connection");
      }
    }
    return in.flip();
  }

  private static void closeQuietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      // Then nobody waits for it any more.
    }
  }
}
