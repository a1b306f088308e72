package dev.hairpin.switches;

import java.io.IOException;
import java.util.Arrays;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.channel.ChannelInputStream;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;

/**
 * A session whose output is taken by the thread that receives it: sshj's own stream would need
 * another thread to read it, since its reads have no time limit, and each answer would wake both.
 */
final class ShellChannel extends SessionChannel {
  private final ShellOutput output = new ShellOutput();

  /**
   * Opens it.
   *
   * @param client is logged in
   */
  static ShellChannel open(SwitchClient client) throws IOException {
    ShellChannel channel = new ShellChannel(client);
    channel.open();
    return channel;
  }

  private ShellChannel(SwitchClient client) {
    super(client.getConnection(), client.getRemoteCharset());
  }

  /** What the shell says. */
  ShellOutput output() {
    return output;
  }

  @Override
  protected void receiveInto(ChannelInputStream stream, SSHPacket packet) throws SSHException {
    super.receiveInto(stream, packet);
    if (stream == getInputStream()) {
      byte[] said = new byte[stream.available()];
      try {
        // All of it in one go: a read of nothing would wait for more.
        int count = said.length == 0 ? 0 : stream.read(said, 0, said.length);
        output.take(Arrays.copyOf(said, Math.max(0, count)));
      } catch (IOException ended) {
        throw new SSHException(ended);
      }
    }
  }

  @Override
  public void notifyError(SSHException error) {
    output.end(error);
    super.notifyError(error);
  }

  @Override
  protected void eofInputStreams() {
    output.end(null);
    super.eofInputStreams();
  }

  @Override
  protected void closeAllStreams() {
    output.end(null);
    super.closeAllStreams();
  }
}
