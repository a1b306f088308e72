package dev.hairpin.switches;

import java.io.IOException;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import org.jspecify.annotations.Nullable;

/** A client that, when it ends, also ends the connection to the jump host it goes through. */
final class SwitchClient extends SSHClient {
  private volatile @Nullable SSHClient through;

  SwitchClient(Config config) {
    super(config);
  }

  void goesThrough(SSHClient host) {
    through = host;
  }

  @Override
  public void disconnect() throws IOException {
    try {
      super.disconnect();
    } finally {
      SSHClient host = through;
      if (host != null) {
        host.disconnect();
      }
    }
  }
}
